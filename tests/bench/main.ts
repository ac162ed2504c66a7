// `npm run bench [name…]`: prints the figures of every bench, or of the named ones.
import type { Figure } from "./figure.ts";

const benches: Readonly<Record<string, () => Promise<{ bench(): Promise<readonly Figure[]> }>>> = {
  kernel: () => import("./kernel.ts"),
  indicators: () => import("./indicators.ts"),
  data: () => import("./data.ts"),
  lint: () => import("./lint.ts"),
  sandbox: () => import("./sandbox.ts"),
  evaluation: () => import("./evaluation.ts"),
  report: () => import("./report.ts"),
  "command-line": () => import("./command-line.ts"),
};

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const load = benches[name];
  if (!load) throw new Error(`There is no bench "${name}": ${Object.keys(benches).join(", ")}.`);
  const { bench } = await load();
  for (const { name: what, value, unit } of await bench()) {
    console.log(`${name.padEnd(13)} ${what.padEnd(72)} ${(value?.toPrecision(4) ?? "–").padStart(10)} ${unit}`);
  }
}
