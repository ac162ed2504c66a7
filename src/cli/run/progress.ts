import cliProgress from "cli-progress";
import type { BenchEvent } from "../../bench/run-bench.ts";
import type { Io } from "../io.ts";

/** The state of one model while a run goes on. */
interface Line {
  total: number;
  done: number;
  failed: number;
  costUsd: number;
}

/** Shows how a run goes on. */
export interface Progress {
  readonly onEvent: (event: BenchEvent) => void;
  stop(): void;
}

const quietIntervalMs = 10_000;

/** A bar a model on a terminal; elsewhere one line every ten seconds. */
export function createProgress(io: Io): Progress {
  const lines = new Map<string, Line>();
  const draw = io.isTty ? drawBars(io) : drawLines(io, lines);
  return {
    onEvent: (event) => {
      const model = count(lines, event);
      draw.update(model, lines.get(model) as Line);
    },
    stop: draw.stop,
  };
}

function count(lines: Map<string, Line>, event: BenchEvent): string {
  if (event.kind === "launch") {
    lines.set(event.model, { total: event.total, done: event.done, failed: 0, costUsd: 0 });
    return event.model;
  }
  const record = event.kind === "attempt" ? event.attempt : event.answer;
  const line = lines.get(record.model);
  if (line) {
    line.done++;
    line.costUsd += record.reply?.costUsd ?? 0;
    const wrong = event.kind === "attempt" && event.attempt.failure !== null;
    if (wrong || record.notAttempted !== null) line.failed++;
  }
  return record.model;
}

interface Draw {
  update(model: string, line: Line): void;
  stop(): void;
}

function drawBars(io: Io): Draw {
  const multi = new cliProgress.MultiBar(
    {
      format: "{model} {bar} {value}/{total} done, {failed} failed{cost}  {duration_formatted}",
      barsize: 24,
      hideCursor: true,
      stopOnComplete: false,
      stream: io.errStream,
    },
    cliProgress.Presets.shades_grey,
  );
  const bars = new Map<string, cliProgress.SingleBar>();
  return {
    update: (model, line) => {
      const cost = line.costUsd > 0 ? `, $${line.costUsd.toFixed(4)}` : "";
      const payload = { model: model.padEnd(28), failed: line.failed, cost };
      const bar = bars.get(model) ?? multi.create(line.total, line.done, payload);
      bars.set(model, bar);
      bar.update(line.done, payload);
    },
    stop: () => multi.stop(),
  };
}

function drawLines(io: Io, lines: ReadonlyMap<string, Line>): Draw {
  const print = (): void => {
    const all = [...lines.values()];
    const sum = (pick: (line: Line) => number): number => all.reduce((total, line) => total + pick(line), 0);
    io.err(
      `${sum((line) => line.done)}/${sum((line) => line.total)} done, ${sum((line) => line.failed)} failed, ${all.filter((line) => line.done === line.total).length}/${all.length} models finished\n`,
    );
  };
  const timer = setInterval(print, quietIntervalMs);
  timer.unref();
  return {
    update: () => {},
    stop: () => {
      clearInterval(timer);
      print();
    },
  };
}
