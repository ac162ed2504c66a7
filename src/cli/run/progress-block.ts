/** How far one model has come. */
export interface ModelProgress {
  readonly model: string;
  readonly total: number;
  readonly done: number;
  /** Attempts with a failure, and calls without an answer. */
  readonly failed: number;
  readonly costUsd: number;
}

/** Room that a progress display has. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
}

const barColumns = 24;
const leastNameColumns = 12;

/**
 * The lines of a progress display: one a model, then one for all with the time gone by. None is wider than the screen
 * less one, and there are fewer than the screen has rows: where there is no room for every model, those that are still
 * at work come first and the rest is counted.
 */
export function progressBlock(models: readonly ModelProgress[], elapsedMs: number, screen: Screen): string[] {
  const all = sum(models);
  const room = Math.max(0, screen.rows - 3);
  const shown = models.length <= room ? models : atWorkFirst(models).slice(0, Math.max(0, room - 1));
  const more = models.length - shown.length;
  const draw = layout([...shown, all], screen.columns - 1);
  const lines = [
    ...shown.map((model) => draw(model)),
    ...(more > 0 ? [`… ${more} more`] : []),
    `${draw(all)}  ${formatDuration(elapsedMs)}`,
  ];
  return lines.map((line) => line.slice(0, Math.max(0, screen.columns - 1)));
}

/** `369 of 369 done in 1:12, 46 failed, $0.0120` */
export function progressSummary(models: readonly ModelProgress[], elapsedMs: number): string {
  const { done, total, failed, costUsd } = sum(models);
  return `${done} of ${total} done in ${formatDuration(elapsedMs)}, ${failed} failed${formatCost(costUsd)}`;
}

function sum(models: readonly ModelProgress[]): ModelProgress {
  const add = (of: (model: ModelProgress) => number): number => models.reduce((total, model) => total + of(model), 0);
  return {
    model: "all",
    total: add((model) => model.total),
    done: add((model) => model.done),
    failed: add((model) => model.failed),
    costUsd: add((model) => model.costUsd),
  };
}

function atWorkFirst(models: readonly ModelProgress[]): readonly ModelProgress[] {
  return models.toSorted((a, b) => Number(a.done === a.total) - Number(b.done === b.total));
}

/** Draws lines whose columns stand below each other; long names lose their middle first, then the bar goes. */
function layout(models: readonly ModelProgress[], columns: number): (model: ModelProgress) => string {
  const countColumns = Math.max(...models.map((model) => `${model.total}`.length));
  const counts = ({ done, total, failed, costUsd }: ModelProgress): string => {
    const of = `${`${done}`.padStart(countColumns)}/${`${total}`.padEnd(countColumns)}`;
    return `${of}${failed > 0 ? `  ${failed} failed` : ""}${formatCost(costUsd)}`;
  };
  // The time behind the last line takes some room, too.
  const tail = Math.max(...models.map((model) => counts(model).length)) + 8;
  const longest = Math.max(...models.map((model) => model.model.length));
  const withBar = columns - tail - barColumns - 4;
  const bar = withBar >= leastNameColumns ? barColumns : 0;
  const name = Math.max(leastNameColumns, Math.min(longest, bar > 0 ? withBar : columns - tail - 2));
  return (model) =>
    [shorten(model.model, name).padEnd(name), ...(bar > 0 ? [drawBar(model, bar)] : []), counts(model)].join("  ");
}

function drawBar({ done, total }: ModelProgress, columns: number): string {
  const full = total === 0 ? columns : Math.floor((columns * Math.min(done, total)) / total);
  return "█".repeat(full) + "░".repeat(columns - full);
}

/** `openrouter/…-70b-instruct`: what tells models apart stands at both ends. */
function shorten(name: string, columns: number): string {
  if (name.length <= columns) return name;
  const head = Math.floor((columns - 1) / 2);
  return `${name.slice(0, head)}…${name.slice(name.length - (columns - 1 - head))}`;
}

function formatCost(costUsd: number): string {
  return costUsd > 0 ? `, $${costUsd.toFixed(4)}` : "";
}

/** `0:07`, `12:34`, `3:05:09` */
function formatDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number): string => `${n}`.padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
