/** How often the source is asked for its version, and how often a silent stream says that it lives. */
const askMs = 1000;
const beatMs = 15_000;

/** A stream of events to one reader. */
export interface EventStreamInput {
  /** What changes when there is news; null ends the stream. */
  readonly version: () => Promise<string | null>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Told once, however it ended. */
  readonly onEnd: () => void;
}

/** Server-sent events: `change` with the version whenever it is another, at most once a second. */
export function eventStream({ version, signal, onEnd }: EventStreamInput): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  let close: () => void = () => {};
  const end = (): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    signal.removeEventListener("abort", close);
    onEnd();
  };
  return new ReadableStream({
    start: (controller) => {
      let last: string | null = null;
      let spoke = performance.now();
      close = () => {
        if (over) return;
        end();
        controller.close();
      };
      const send = (text: string): void => {
        controller.enqueue(encoder.encode(text));
        spoke = performance.now();
      };
      const ask = async (): Promise<void> => {
        const now = await version().catch(() => null);
        if (over) return;
        if (now === null) return close();
        if (last !== null && now !== last) send(`event: change\ndata: ${JSON.stringify(now)}\n\n`);
        else if (performance.now() - spoke > beatMs) send(": still here\n\n");
        last = now;
        timer = setTimeout(ask, askMs);
      };
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
      void ask();
    },
    cancel: end,
  });
}
