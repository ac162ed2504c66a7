import type { PathKind, Regime } from "../../core/paths/path.ts";
import { equityLines, type LineLook, lineLooks, lineStyle } from "../charts/equity-lines.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { say, sayBoth } from "../say.ts";

/** A path of the task as it is drawn. */
export interface DrawnPath {
  readonly path: string;
  readonly kind: PathKind;
  readonly regime: Regime;
  /** Closes of the scored bars, the last of the warm-up first. */
  readonly close: readonly number[];
}

/** Equity of one program on the paths where it ran. */
export interface ProgramCurves {
  readonly model: string;
  readonly baseline: boolean;
  readonly paths: readonly { readonly path: string; readonly equity: readonly number[] }[];
}

/** One picture a path with every program in it, and a key that brings one of them out without a script. */
export function equityGrid(paths: readonly DrawnPath[], programs: readonly ProgramCurves[]): Html {
  const looks = lineLooks(programs);
  const ran = new Set(programs.flatMap((program) => program.paths.map((one) => one.path)));
  const pictures = paths
    .filter(({ path }) => ran.has(path))
    .map((path) => {
      const lines = programs.flatMap((program, i) => {
        const equity = program.paths.find((one) => one.path === path.path)?.equity;
        const look = looks[i];
        return equity === undefined || look === undefined ? [] : [{ equity, look }];
      });
      const noise = path.kind === "noise" && html`, ${say("notScoredPath")}`;
      return html`<figure><h3>${path.path}</h3><figcaption>${named("path", path.kind)}, ${named("regime", path.regime)}${noise}</figcaption>${equityLines(path.path, path.close, lines)}</figure>`;
    });
  return html`<div class="lines">${lineKey(programs, looks)}<div class="charts">${pictures}</div></div>`;
}

/** The rules that colour the lines of these programs. */
export function equityGridStyle(programs: readonly ProgramCurves[]): string {
  return lineStyle(programs);
}

function lineKey(programs: readonly ProgramCurves[], looks: readonly LineLook[]): Html {
  const option = (id: string, swatch: Html | null, name: Html, on: boolean): Html =>
    html`<label><input type="radio" name="line" id="${id}"${on && html` checked`}>${swatch}${name}</label>`;
  const entries = programs.map(({ model }, i) => {
    const { color = "", dash = null } = looks[i] ?? {};
    const swatch = html`<svg aria-hidden="true" width="22" height="8"><path d="M0,4H22" stroke="${color}" stroke-width="2"${dash !== null && html` stroke-dasharray="${dash}"`}/></svg>`;
    return option(`line-${i}`, swatch, html`${model}`, false);
  });
  return html`<fieldset class="line-key"><legend class="unseen">${sayBoth("equityCurves")}</legend>${option("line-all", null, say("allLines"), true)}${entries}</fieldset>`;
}
