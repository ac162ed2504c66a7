/** What the ranking page states of one model: points and standard errors, NaN where there are none. */
interface Row {
  readonly element: HTMLTableRowElement;
  readonly rank: number;
  readonly parts: Readonly<Record<Part, number>>;
  readonly errors: Readonly<Record<Part, number>>;
  readonly published: string;
}

const parts = ["trading", "quiz", "engineering"] as const;
type Part = (typeof parts)[number];

/** The sliders of a ranking: other weights, another order, at once; what the page published stays beside it. */
export function weighAnew(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".weights[data-for]")) offerWeights(box);
}

function offerWeights(box: HTMLElement): void {
  const table = document.getElementById(box.dataset["for"] ?? "");
  const body = table instanceof HTMLTableElement ? table.tBodies[0] : undefined;
  const sliders = [...box.querySelectorAll<HTMLInputElement>("input[type=range]")];
  if (body === undefined || sliders.length === 0) return;
  const published = sliders.map(({ value }) => value);
  const rows = [...body.rows].filter((row) => row.dataset["model"] !== undefined).map(readRow);
  const apply = (): void => {
    const shares = sharesOf(sliders);
    showShares(sliders, shares);
    const same = sliders.every(({ value }, i) => value === published[i]);
    const moved = order(body, rows, shares, same);
    const output = box.querySelector<HTMLOutputElement>("output[name=moved]");
    if (output !== null) output.value = String(moved);
  };
  for (const slider of sliders) slider.addEventListener("input", apply);
  box.querySelector("button[name=reset]")?.addEventListener("click", () => {
    sliders.forEach((slider, i) => {
      slider.value = published[i] ?? "0";
    });
    apply();
  });
  box.hidden = false;
  showShares(sliders, sharesOf(sliders));
}

function readRow(element: HTMLTableRowElement): Row {
  const number = (key: string): number => {
    const text = element.dataset[key];
    return text === undefined || text === "" ? Number.NaN : Number(text);
  };
  // A baseline is asked no quiz: what it was not asked counts 0.
  const missing = element.dataset["baseline"] === "true" ? 0 : Number.NaN;
  const part = (key: string): number => (Number.isNaN(number(key)) ? missing : number(key));
  return {
    element,
    rank: number("rank"),
    parts: { trading: part("trading"), quiz: part("quiz"), engineering: part("engineering") },
    errors: { trading: number("seTrading"), quiz: number("seQuiz"), engineering: number("seEngineering") },
    published: element.querySelector(".overall")?.innerHTML ?? "",
  };
}

/** Each slider over the sum of all; equal shares where all are 0. */
function sharesOf(sliders: readonly HTMLInputElement[]): ReadonlyMap<Part, number> {
  const total = sliders.reduce((sum, { valueAsNumber }) => sum + valueAsNumber, 0);
  return new Map(
    sliders.map(({ name, valueAsNumber }) => [name as Part, total > 0 ? valueAsNumber / total : 1 / sliders.length]),
  );
}

function showShares(sliders: readonly HTMLInputElement[], shares: ReadonlyMap<Part, number>): void {
  for (const slider of sliders) {
    const output = slider.parentElement?.querySelector("output");
    const share = shares.get(slider.name as Part) ?? 0;
    if (output) output.value = `${Math.round(100 * share)} %`;
  }
}

/** The overall score at these shares; NaN where a part with a share is missing. */
function overallOf({ parts: points }: Row, shares: ReadonlyMap<Part, number>): number {
  let sum = 0;
  for (const [part, share] of shares) if (share > 0) sum += share * points[part];
  return sum;
}

function errorOf({ errors }: Row, shares: ReadonlyMap<Part, number>): number {
  let sum = 0;
  for (const [part, share] of shares) if (share > 0) sum += (share * (errors[part] || 0)) ** 2;
  return Math.sqrt(sum);
}

/** Puts the rows into their new order and returns how many that are ranked stand at another rank than published. */
function order(
  body: HTMLTableSectionElement,
  rows: readonly Row[],
  shares: ReadonlyMap<Part, number>,
  published: boolean,
): number {
  const scored = rows.map((row) => ({ row, score: overallOf(row, shares) }));
  const sorted = scored.toSorted((a, b) => {
    const [first, second] = [a, b].map(({ row, score }) => (Number.isNaN(row.rank) ? -1e9 : score || -1e9));
    return (second ?? 0) - (first ?? 0) || a.row.rank - b.row.rank;
  });
  if (published) sorted.sort((a, b) => (a.row.rank || 1e9) - (b.row.rank || 1e9));
  let moved = 0;
  sorted.forEach(({ row, score }, i) => {
    const ranked = !Number.isNaN(row.rank) && !Number.isNaN(score);
    const rank = published ? row.rank : i + 1;
    if (ranked && rank !== row.rank) moved++;
    const cell = row.element.querySelector(".rank");
    if (cell !== null) cell.textContent = ranked ? String(rank) : "–";
    const overall = row.element.querySelector(".overall");
    if (overall !== null) showOverall(overall, row, score, errorOf(row, shares), published);
  });
  body.append(...sorted.map(({ row }) => row.element));
  return moved;
}

function showOverall(cell: Element, row: Row, score: number, error: number, published: boolean): void {
  if (published) {
    cell.innerHTML = row.published;
    return;
  }
  cell.textContent = Number.isNaN(score) ? "–" : `${score.toFixed(1)} ± ${(1.96 * error).toFixed(1)}`.replace("-", "−");
}
