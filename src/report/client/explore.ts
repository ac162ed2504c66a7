import { drawExploreChart, type ExploreChart, shortPrice } from "./explore/explore-chart.ts";
import { type ExploredPath, readPath, storedPaths } from "./explore/read-path.ts";
import { colorOf, onSwitch, word, wordElement } from "./words.ts";

/** Where the page has data of back-tests and a place, a button there opens the chart that explores them. */
export function offerExplorer(): void {
  const place = document.querySelector<HTMLElement>(".explorer");
  if (place === null || document.querySelector("script.path-data") === null) return;
  const open = document.createElement("button");
  open.type = "button";
  open.className = "open";
  open.append(wordElement("exploreOpen"));
  open.addEventListener("click", () => {
    open.remove();
    openExplorer(place);
  });
  place.append(open);
  place.hidden = false;
}

function openExplorer(place: HTMLElement): void {
  const paths = storedPaths();
  const controls = element(place, "div", "controls");
  const select = chooser(
    controls,
    paths.map(({ name }) => name),
  );
  const candles = toggle(controls, "exploreCandles", true);
  const log = toggle(controls, "exploreLog", false);
  const whole = button(controls, "exploreReset");
  const picture = button(controls, "explorePng");
  const legend = element(place, "p", "legend");
  legend.setAttribute("aria-live", "polite");
  const host = element(place, "div", "host");
  host.tabIndex = 0;
  host.setAttribute("role", "application");
  element(place, "p", "small muted").append(wordElement("exploreHelp"));
  let drawn: ExploreChart | null = null;
  let path = readPath(paths[0] as (typeof paths)[number]);
  const draw = (): void => {
    const range = drawn?.chart.timeScale().getVisibleLogicalRange() ?? null;
    drawn?.dispose();
    drawn = drawExploreChart(host, path, { candles: candles.checked, log: log.checked });
    if (range !== null) drawn.chart.timeScale().setVisibleLogicalRange(range);
    drawn.onBar((bar) => showBar(legend, path, bar ?? path.length - 1));
    showBar(legend, path, path.length - 1);
    host.setAttribute("aria-label", `${word("exploreOpen")}: ${path.name}`);
  };
  select.addEventListener("change", () => {
    path = readPath(paths[select.selectedIndex] as (typeof paths)[number]);
    drawn?.dispose();
    drawn = null;
    draw();
  });
  candles.addEventListener("change", draw);
  log.addEventListener("change", draw);
  whole.addEventListener("click", () => drawn?.chart.timeScale().fitContent());
  picture.addEventListener("click", () => drawn !== null && savePicture(drawn, path.name));
  host.addEventListener("keydown", (event) => drawn !== null && moveByKey(drawn, event));
  onSwitch(draw);
  draw();
}

/** Pans by a tenth of what is seen, zooms by a quarter about its middle. */
function moveByKey({ chart }: ExploreChart, event: KeyboardEvent): void {
  const scale = chart.timeScale();
  const range = scale.getVisibleLogicalRange();
  if (range === null) return;
  const width = range.to - range.from;
  const set = (from: number, to: number): void => scale.setVisibleLogicalRange({ from, to });
  if (event.key === "ArrowLeft") set(range.from - width / 10, range.to - width / 10);
  else if (event.key === "ArrowRight") set(range.from + width / 10, range.to + width / 10);
  else if (event.key === "+" || event.key === "=") set(range.from + width / 8, range.to - width / 8);
  else if (event.key === "-") set(range.from - width / 6, range.to + width / 6);
  else if (event.key === "Home") scale.fitContent();
  else return;
  event.preventDefault();
}

/** The numbers of one bar, and the fills in it. */
function showBar(legend: HTMLElement, path: ExploredPath, bar: number): void {
  const time = new Date((path.time[bar] ?? 0) * 1000)
    .toISOString()
    .replace("T00:00:00.000Z", "")
    .replace(":00.000Z", "");
  const percent = (value: number | undefined): string => `${(100 * (value ?? 0)).toFixed(1)} %`;
  const fills = path.fills.filter(([at]) => at === bar);
  const parts: readonly (readonly [name: string, value: string, color?: string])[] = [
    [word("exploreBar"), `${path.firstBar + bar}, ${time.replace("T", " ")}`],
    [word("exploreOpenPrice"), shortPrice(path.open[bar] ?? 0)],
    [word("exploreHigh"), shortPrice(path.high[bar] ?? 0)],
    [word("exploreLow"), shortPrice(path.low[bar] ?? 0)],
    [word("exploreClose"), shortPrice(path.close[bar] ?? 0)],
    [word("exploreEquity"), (path.equity[bar] ?? 0).toFixed(4), "strategy"],
    [word("exploreHold"), (path.hold[bar] ?? 0).toFixed(4), "market"],
    ...(path.constant === null
      ? []
      : [[word("exploreConstant"), (path.constant[bar] ?? 0).toFixed(4), "ink"] as const]),
    [word("exploreDrawdown"), percent(path.drawdown[bar]), "loss"],
    [word("explorePosition"), percent(path.position[bar]), "position"],
    ...fills.map(([, price, kind]) => [word(fillWords[kind]), shortPrice(price)] as const),
  ];
  legend.replaceChildren(
    ...parts.map(([name, value, color]) => {
      const part = document.createElement("span");
      if (color !== undefined) part.append(swatch(color));
      part.append(`${name} `, Object.assign(document.createElement("b"), { textContent: value }));
      return part;
    }),
  );
}

function swatch(color: string): HTMLElement {
  const mark = document.createElement("i");
  mark.style.background = `var(--${color})`;
  return mark;
}

const fillWords = { buy: "exploreBuy", sell: "exploreSell", stop: "exploreStop" } as const;

function savePicture({ chart }: ExploreChart, name: string): void {
  const shot = chart.takeScreenshot();
  const canvas = document.createElement("canvas");
  canvas.width = shot.width;
  canvas.height = shot.height;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.fillStyle = colorOf("paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(shot, 0, 0);
  const link = document.createElement("a");
  link.href = canvas.toDataURL("image/png");
  link.download = `${name}.png`;
  link.click();
}

function element(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

function chooser(parent: HTMLElement, names: readonly string[]): HTMLSelectElement {
  const label = element(parent, "label", "");
  label.append(wordElement("explorePath"), " ");
  const select = document.createElement("select");
  for (const name of names) select.add(new Option(name));
  label.append(select);
  label.hidden = names.length < 2;
  return select;
}

function toggle(parent: HTMLElement, key: Parameters<typeof wordElement>[0], on: boolean): HTMLInputElement {
  const label = element(parent, "label", "");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.checked = on;
  label.append(input, " ", wordElement(key));
  return input;
}

function button(parent: HTMLElement, key: Parameters<typeof wordElement>[0]): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.append(wordElement(key));
  parent.append(made);
  return made;
}
