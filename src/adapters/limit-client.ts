import PQueue from "p-queue";
import type { ModelClient } from "../bench/ports.ts";
import { WorldError } from "../core/failure.ts";

/**
 * A client that has at most `concurrency` calls in flight. Once `signal` is aborted no further call starts; those in
 * flight are let finish, so that no reply that was paid for is thrown away.
 */
export function limitClient(client: ModelClient, concurrency: number, signal: AbortSignal): ModelClient {
  const queue = new PQueue({ concurrency });
  return {
    model: client.model,
    ask: ({ signal: _, ...request }) =>
      queue.add(() => {
        if (signal.aborted) throw new WorldError("The run was interrupted before this was asked.");
        return client.ask(request);
      }),
  };
}
