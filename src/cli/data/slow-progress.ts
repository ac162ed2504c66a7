import type { Io } from "../io.ts";

/** Work of less than this needs no words, milliseconds. */
const quietMs = 2000;

/** Says on standard error what is going on once it has taken two seconds, and again every two. */
export interface SlowProgress {
  /** What begins now, e.g. `reading aapl.csv`. */
  stage(what: string): void;
  /** Takes the line away; nothing is said afterwards. */
  end(): void;
}

/** Progress of a command that is quick for most files. */
export function slowProgress(io: Io): SlowProgress {
  const start = performance.now();
  let doing = "";
  let drawn = false;
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - start) / 1000);
    io.err(io.isTty ? `\r\u001b[K${doing} … ${seconds} s` : `${doing} … ${seconds} s\n`);
    drawn = io.isTty;
  }, quietMs);
  timer.unref();
  return {
    stage(what) {
      doing = what;
    },
    end() {
      clearInterval(timer);
      if (drawn) io.err("\r\u001b[K");
    },
  };
}
