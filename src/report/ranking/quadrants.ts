import type { Attempt } from "../../core/attempt.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { median } from "../../core/stats/estimate.ts";
import { tradingTracks } from "../../core/task.ts";
import {
  mostWhiskers,
  type Scatter,
  type ScatterLevel,
  type ScatterPoint,
  scatterChart,
} from "../charts/scatter-chart.ts";
import { scoreChart, tens } from "../charts/score-chart.ts";
import type { Phrase } from "../dictionary.ts";
import { formatNumber } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { key } from "../parts/key.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** What the pictures put Trading against: quiz, US dollars and seconds for an attempt; null where it is not known. */
export interface ModelMeasures {
  readonly row: RankingRow;
  readonly usd: number | null;
  readonly seconds: number | null;
}

/** What one attempt at a strategy task costs and takes: the mean of the prices and the median of the latencies known. */
export function modelMeasures(row: RankingRow, attempts: readonly Attempt[]): ModelMeasures {
  const replies = attempts.flatMap((attempt) => (attempt.model === row.model ? (attempt.reply ?? []) : []));
  const prices = replies.flatMap((reply) => reply.costUsd ?? []);
  const latency = median(replies.map((reply) => reply.latencyMs));
  const usd = prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0) / prices.length;
  return { row, usd, seconds: latency === null ? null : latency / 1000 };
}

/** Trading of all rows; quiz × trading, price × trading and latency × trading, the programs as lines, the frontier where less is better. */
export function quadrants(ranking: Ranking, attempts: readonly Attempt[]): Html | null {
  const traded = ranking.models.filter((row) => row.trading !== null);
  const models = traded.filter((row) => !row.baseline);
  if (models.length === 0) return null;
  const asked = attempts.filter((attempt) => tradingTracks.includes(attempt.track));
  const measures = models.map((row) => modelMeasures(row, asked));
  const ends = traded.flatMap((row) => [row.trading ?? 0, ...(row.baseline ? [] : (row.ci.trading ?? []))]);
  const shared = {
    levels: levelsOf(traded),
    y: { domain: tens([...ends, 50]), title: "tradingAxis", format: whole },
  } as const;
  const pictures = [
    { head: "tradingHeading" as const, drawn: scoreChart(traded), caption: forestKey(), tall: traded.length > 16 },
    quizPicture(measures, shared),
    offerPicture(measures, shared, "price"),
    offerPicture(measures, shared, "latency"),
  ];
  return html`<h2 id="quadrants">${say("quadrants")}</h2>
<div class="pictures">${pictures.map(figure)}</div>
${pictures.map(({ head, drawn, caption }) => drawn === null && html`<p class="small muted">${say(head)}: ${caption}</p>`)}`;
}

/** A picture under its heading; without one its caption says why. */
interface Picture {
  readonly head: Extract<Phrase, "tradingHeading" | "quadrantQuiz" | "quadrantPrice" | "quadrantLatency">;
  readonly drawn: Html | null;
  readonly caption: Content;
  /** Stands beside several others. */
  readonly tall?: boolean;
}

type Shared = Pick<Scatter, "levels" | "y">;

function quizPicture(measures: readonly ModelMeasures[], shared: Shared): Picture {
  const points = pointsOf(measures, ({ row }) => row.quiz);
  if (points.length === 0) return { head: "quadrantQuiz", drawn: null, caption: say("noQuizScores") };
  const x = {
    kind: "linear",
    domain: tens([0, 100, ...points.map((point) => point.x)]),
    title: "quizAxis",
    format: whole,
    cut: 50,
  } as const;
  const drawn = scatterChart({ label: sayBoth("quadrantQuiz"), points, x, frontier: false, ...shared });
  const caption = html`${say("quadrantQuizNote")} ${keyOf(points, false)}`;
  return { head: "quadrantQuiz", drawn, caption };
}

/** Price or latency: the axis is logarithmic, so that what costs nothing or is not known has no place on it. */
function offerPicture(measures: readonly ModelMeasures[], shared: Shared, of: "price" | "latency"): Picture {
  const value = ({ usd, seconds }: ModelMeasures): number | null => (of === "price" ? usd : seconds);
  const [known, unknown] = [
    measures.filter((one) => (value(one) ?? 0) > 0),
    measures.filter((one) => !((value(one) ?? 0) > 0)),
  ];
  const head = of === "price" ? "quadrantPrice" : "quadrantLatency";
  const names = { models: unknown.map(({ row }) => row.model).join(", ") };
  const left = unknown.length === 0 ? null : say(of === "price" ? "noPrices" : "noLatency", names);
  const points = pointsOf(known, value);
  if (points.length === 0) return { head, drawn: null, caption: left };
  const [low, high] = [Math.min(...points.map((point) => point.x)), Math.max(...points.map((point) => point.x))];
  const drawn = scatterChart({
    label: sayBoth(head),
    points,
    x: {
      kind: "log",
      domain: [low / 2, high * 2],
      title: of === "price" ? "priceAxis" : "latencyAxis",
      format: of === "price" ? (usd) => `$${short(usd)}` : short,
    },
    frontier: true,
    ...shared,
  });
  const caption = html`${say("frontierNote", { frontier: term("frontier") })} ${left} ${keyOf(points, true)}`;
  return { head, drawn, caption };
}

function pointsOf(
  measures: readonly ModelMeasures[],
  x: (one: ModelMeasures) => number | null,
): readonly ScatterPoint[] {
  return measures.flatMap((one): ScatterPoint[] => {
    const at = x(one);
    const { model, trading, ci } = one.row;
    return at === null || trading === null ? [] : [{ name: model, x: at, y: trading, interval: ci.trading }];
  });
}

/** The programs, buy-and-hold as a cut; and 50, where nothing is won or lost. */
function levelsOf(rows: readonly RankingRow[]): readonly ScatterLevel[] {
  const programs = rows.flatMap((row): ScatterLevel[] => {
    if (!row.baseline || row.trading === null) return [];
    const name = row.model.replace(/^baseline\//, "");
    return [{ y: row.trading, name, kind: "program", cut: name === "buy-and-hold" }];
  });
  return [...programs, { y: 50, name: "breaksEven", kind: "phrase", cut: true }];
}

function forestKey(): Html {
  return key([
    { color: "var(--strategy)", words: say("keyModel"), sign: "●" },
    { color: "var(--muted)", words: say("keyBaseline"), sign: "○" },
  ]);
}

function keyOf(points: readonly ScatterPoint[], frontier: boolean): Html {
  const whiskers = points.length <= mostWhiskers;
  return key([
    { color: "var(--strategy)", words: say("keyModel"), sign: "●" },
    ...(whiskers ? [{ color: "var(--muted)", words: say("keyInterval"), sign: "│" }] : []),
    { color: "var(--muted)", words: say("keyBaseline"), sign: "┄" },
    ...(frontier ? [{ color: "var(--position)", words: say("keyFrontier") }] : []),
  ]);
}

function figure({ head, drawn, caption, tall = false }: Picture): Html | null {
  if (drawn === null) return null;
  return html`<figure${tall && html` class="tall"`}><h3>${say(head)}</h3><div class="scroll" tabindex="0" role="region" aria-label="${sayBoth(head)}">${drawn}</div><figcaption>${caption}</figcaption></figure>`;
}

function whole(value: number): string {
  return formatNumber(value, 0);
}

/** 0.002, 0.1, 20: as many digits as it has. */
function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
