import type { Attempt } from "../../core/attempt.ts";
import { formatDuration, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";

type Tile = readonly [name: Content, value: Content];

/** Fidelity and speed of an attempt of a track that is scored by them; null for the others. */
export function scoreTiles(attempt: Attempt): Html | null {
  const { fidelity, speed } = attempt;
  if (fidelity === null && speed === null) return null;
  return html`${fidelity !== null && fidelityTiles(fidelity)}${speed !== null && speedTiles(speed)}`;
}

function fidelityTiles(fidelity: NonNullable<Attempt["fidelity"]>): Html {
  const first = fidelity.firstDifference;
  const rows: readonly Tile[] = [
    [term("fidelity"), say(fidelity.pass ? "pass" : "fail")],
    [say("pathsEqual"), say("someOf", { some: fidelity.pathsEqual, all: fidelity.paths })],
  ];
  if (first === null) return tiles(rows);
  const column = first.column ?? "target";
  return tiles([
    ...rows,
    [say("firstDifference"), say("pathBar", { path: first.path, bar: first.bar })],
    [say("ofReference", { column }), plainNumber(first.wanted)],
    [say("givenThere", { column }), plainNumber(first.given)],
  ]);
}

/** The shortest text that tells two targets or stops apart; null is one that was not given. */
export function plainNumber(value: number | null): string {
  return value === null ? "–" : String(Number(value.toPrecision(12))).replace("-", "−");
}

function speedTiles(speed: NonNullable<Attempt["speed"]>): Html {
  return tiles([
    [term("speedScore"), formatSigned(speed.score, 2)],
    [term("cpuTime", say("cpuStarter")), formatDuration(speed.starterMs)],
    [term("cpuTime", say("cpuReference")), formatDuration(speed.referenceMs)],
    [term("cpuTime", say("cpuProgram")), formatDuration(speed.programMs)],
  ]);
}

function tiles(rows: readonly Tile[]): Html {
  return html`<dl class="tiles">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
