/**
 * Turns many single calls into few calls of `work` with many items: a call waits `waitMs` for others, or for the work under
 * way to end, and everything gathered by then goes together, at most `limit` items at a time. A rejected work rejects each
 * of its calls.
 */
export function gather<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  waitMs: number,
  limit: number,
): (item: Item) => Promise<Result> {
  interface Call {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Call[] = [];
  let busy = false;

  const start = async (): Promise<void> => {
    const calls = waiting.slice(0, limit);
    waiting = waiting.slice(limit);
    try {
      const results = await work(calls.map((call) => call.item));
      for (const [i, call] of calls.entries()) call.resolve(results[i] as Result);
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
    if (waiting.length > 0) void start();
    else busy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      setTimeout(() => void start(), waitMs);
    });
}
