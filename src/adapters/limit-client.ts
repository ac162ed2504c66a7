import PQueue from "p-queue";
import type { ModelClient } from "../bench/ports.ts";
import { WorldError } from "../core/failure.ts";

/** After so many failed calls in a row, retries included, an endpoint is taken for dead. */
export const deadAfterFailures: number = 5;

/**
 * A client that has at most `concurrency` calls in flight. Once the `signal` of a request is aborted, its call does not
 * start; one in flight is let finish, so that no reply that was paid for is thrown away, and one that waits for a retry
 * gives up. Once the endpoint has failed `deadAfterFailures` calls in a row, nothing more is asked of it: the rest fails
 * at once, to be taken up again with `--retry-errors`. A recording that lacks some replies is not dead.
 */
export function limitClient(client: ModelClient, concurrency: number): ModelClient {
  const queue = new PQueue({ concurrency });
  const canDie = client.model.provider.kind !== "replay";
  let failures = 0;
  let last = "";
  const ask: ModelClient["ask"] = async ({ signal, ...request }) => {
    if (signal?.aborted) throw new WorldError("The run was interrupted before this was asked.");
    if (canDie && failures >= deadAfterFailures) {
      throw new WorldError(`Not asked: the ${failures} calls before it failed, the last with: ${last}`);
    }
    try {
      const reply = await client.ask(signal ? { ...request, patience: signal } : request);
      failures = 0;
      return reply;
    } catch (error) {
      if (error instanceof WorldError) {
        failures++;
        last = error.message;
      }
      throw error;
    }
  };
  return { model: client.model, ask: (request) => queue.add(() => ask(request)) };
}
