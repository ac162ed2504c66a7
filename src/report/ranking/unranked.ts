import { leastTasks } from "../../core/ranking/rank-models.ts";
import type { RankingRow } from "../../core/ranking/ranking.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";

/** Why a row has no rank, in both languages; null if it has one. */
export function unrankedReason({ unranked }: Pick<RankingRow, "unranked">): Html | null {
  if (unranked === null) return null;
  const attempts = unranked.match(/(\d+) attempts?/)?.[1];
  const answers = unranked.match(/(\d+) answers?/)?.[1];
  if (attempts !== undefined || answers !== undefined) {
    return say("lacking", { attempts: attempts ?? "0", answers: answers ?? "0" });
  }
  if (unranked.startsWith("fewer than")) return say("tooFewTasks", { least: leastTasks });
  return unranked === "nothing to score" ? say("nothingToScore") : html`${unranked}`;
}
