import type { PageLang, Phrase } from "../dictionary.ts";
import { formatNumber, formatPercent, formatSigned } from "../format.ts";
import { sayText } from "../say.ts";
import type { Behaviour } from "./behaviour.ts";

/** A correlation that is worth a sentence. */
const telling = 0.25;

/** What a program does, in sentences of one language. Thresholds: a side counts from 1 % of the bars, a correlation from 0.25. */
export function behaviourWords(lang: PageLang, behaviour: Behaviour): readonly string[] {
  const { size, tradesAYear, turnoverAYear, held } = behaviour;
  if (size === null) return [sayText(lang, "doesNothing")];
  const sentences = [
    sayText(lang, sideOf(behaviour), {
      time: formatPercent(behaviour.long + behaviour.short, 0),
      long: formatPercent(behaviour.long, 0),
      short: formatPercent(behaviour.short, 0),
      size: formatPercent(size, 0),
    }),
    sayText(lang, "doesTrade", {
      trades: formatNumber(tradesAYear, tradesAYear < 10 ? 1 : 0),
      bars: formatNumber(held, held !== null && held % 1 !== 0 ? 1 : 0),
      turnover: formatNumber(turnoverAYear, turnoverAYear < 10 ? 1 : 0),
    }),
    reactionWords(lang, behaviour),
  ];
  if (behaviour.volatility !== null && Math.abs(behaviour.volatility) >= telling) {
    const phrase = behaviour.volatility < 0 ? "doesShrink" : "doesGrow";
    sentences.push(sayText(lang, phrase, { correlation: formatSigned(behaviour.volatility, 2) }));
  }
  if (behaviour.stops.length > 0) sentences.push(stopWords(lang, behaviour));
  return sentences;
}

function sideOf({ long, short }: Behaviour): "doesLong" | "doesShort" | "doesBoth" {
  if (short < 0.01) return "doesLong";
  return long < 0.01 ? "doesShort" : "doesBoth";
}

function reactionWords(lang: PageLang, { reaction }: Behaviour): string {
  if (reaction === null) return sayText(lang, "doesHold");
  const values = { bars: reaction.bars, correlation: formatSigned(reaction.correlation, 2) };
  if (Math.abs(reaction.correlation) < telling) return sayText(lang, "doesNotReact", values);
  return sayText(lang, reaction.correlation > 0 ? "doesFollow" : "doesFade", values);
}

const stopNames: Readonly<Record<Behaviour["stops"][number]["kind"], Phrase>> = {
  "stop-loss": "stopLoss",
  "take-profit": "takeProfit",
  "trailing-stop": "trailingStop",
};

function stopWords(lang: PageLang, { stops }: Behaviour): string {
  const parts = stops.map(({ kind, share }) => `${sayWord(lang, stopNames[kind])} ${formatPercent(share, 0)}`);
  return sayText(lang, "doesStop", { stops: parts.join(lang === "zh" ? "、" : ", ") });
}

/** A phrase without names to fill in. */
function sayWord(lang: PageLang, key: Phrase): string {
  return (sayText as (lang: PageLang, key: Phrase) => string)(lang, key);
}
