import { type Track, tradingTracks } from "../task.ts";

/**
 * The score of an answer that cannot be scored: −1 where utility or speed is the score, 0 where it is passed or failed.
 * Every kind of failure costs the same, so that a score does not depend on which limit a hostile line met first.
 */
export function lowestScore(track: Track): number {
  return tradingTracks.includes(track) || track === "speed" ? -1 : 0;
}
