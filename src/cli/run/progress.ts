import type { BenchEvent } from "../../bench/run-bench.ts";
import type { Io } from "../io.ts";
import { type ModelProgress, progressBlock, progressSummary, type Screen } from "./progress-block.ts";

/** Shows how a run goes on. */
export interface Progress {
  readonly onEvent: (event: BenchEvent) => void;
  stop(): void;
}

const redrawMs = 100;
const quietIntervalMs = 10_000;

/** A line a model, redrawn, on a terminal; elsewhere one line every ten seconds. In the end one line stays. */
export function createProgress(io: Io): Progress {
  const models = new Map<string, ModelProgress>();
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  const list = (): readonly ModelProgress[] => [...models.values()];
  const summary = (): void => io.err(`${progressSummary(list(), elapsed())}\n`);
  const block = createBlock(io);
  const show = io.isTty ? () => block.draw(progressBlock(list(), elapsed(), block.screen())) : summary;
  const timer = setInterval(show, io.isTty ? redrawMs : quietIntervalMs);
  timer.unref();
  return {
    onEvent: (event) => count(models, event),
    stop: () => {
      clearInterval(timer);
      block.close();
      summary();
    },
  };
}

function count(models: Map<string, ModelProgress>, event: BenchEvent): void {
  if (event.kind === "launch") {
    const { model, total, done } = event;
    models.set(model, { model, total, done, failed: 0, costUsd: 0 });
    return;
  }
  const record = event.kind === "attempt" ? event.attempt : event.answer;
  const before = models.get(record.model);
  if (before === undefined) return;
  const wrong = event.kind === "attempt" && event.attempt.failure !== null;
  models.set(record.model, {
    ...before,
    done: before.done + 1,
    failed: before.failed + (wrong || record.notAttempted !== null ? 1 : 0),
    costUsd: before.costUsd + (record.reply?.costUsd ?? 0),
  });
}

/** Lines at the foot of a terminal that are drawn over each time. */
interface Block {
  screen(): Screen;
  draw(lines: readonly string[]): void;
  /** Takes the lines away. */
  close(): void;
}

function createBlock(io: Io): Block {
  const terminal = io.errStream as Partial<Screen>;
  let drawn = 0;
  // What is printed on an interrupt stands below the lines: they stay where they are, and new ones begin below it.
  const leave = (): void => {
    drawn = 0;
  };
  io.signal.addEventListener("abort", leave);
  const erase = (): string => (drawn === 0 ? "" : `\u001b[${drawn}A\r\u001b[J`);
  return {
    screen: () => ({ columns: terminal.columns || 80, rows: terminal.rows || 24 }),
    draw: (lines) => {
      io.err(erase() + lines.map((line) => `${line}\n`).join(""));
      drawn = lines.length;
    },
    close: () => {
      io.signal.removeEventListener("abort", leave);
      if (drawn > 0) io.err(erase());
      drawn = 0;
    },
  };
}
