import { placeholders } from "../prompt/render-task-prompt.ts";
import { type Lang, type Task, tradingTracks } from "../task.ts";
import { findRealNames } from "./real-names.ts";

const langs: readonly Lang[] = ["en", "zh"];
const longOnly: Readonly<Record<Lang, RegExp>> = { en: /long-only/i, zh: /只做多/ };

/**
 * What is wrong with the texts of a task, one line each; empty if nothing is: every parameter named in both languages,
 * the same numbers in both, the placeholders of its track once each, limits of the mandate and costs stated, no real
 * name or date in a brief or in the starter (which the prompt shows).
 */
export function checkBrief(task: Task): readonly string[] {
  return [
    ...langs.flatMap((lang) => [
      ...missingParameters(task, lang),
      ...wrongPlaceholders(task, lang),
      ...missingMandate(task, lang),
      ...realNames(task.brief[lang], `brief.${lang}.md`),
    ]),
    ...realNames(task.starter ?? "", "starter.ts"),
    ...differentNumbers(task),
    ...wrongLanguage(task),
  ];
}

/** True if `text` holds the number as it is written, not as a part of another. */
function namesNumber(text: string, number: string): boolean {
  const literal = number.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\d.])${literal}(?!\\d|\\.\\d)`).test(text);
}

function missingParameters(task: Task, lang: Lang): readonly string[] {
  return task.parameters
    .filter((parameter) => !namesNumber(task.brief[lang], parameter))
    .map((parameter) => `brief.${lang}.md does not name the parameter ${parameter}`);
}

/** The placeholders that a brief of this track must hold. */
function wantedPlaceholders(task: Task): readonly string[] {
  const market = tradingTracks.includes(task.track) ? [placeholders.market] : [];
  return task.starter === null ? market : [...market, placeholders.starter];
}

function wrongPlaceholders(task: Task, lang: Lang): readonly string[] {
  const found = task.brief[lang].match(/\{\{[^}]*\}\}/g) ?? [];
  const wanted = wantedPlaceholders(task);
  return [
    ...wanted
      .filter((mark) => found.filter((each) => each === mark).length !== 1)
      .map((mark) => `brief.${lang}.md must hold ${mark} exactly once`),
    ...found
      .filter((mark) => !wanted.includes(mark))
      .map((mark) => `brief.${lang}.md holds ${mark}, for which the ${task.track} track has no use`),
  ];
}

/** A trading brief must say what the mandate and costs of its own are: nothing else tells the model. */
function missingMandate(task: Task, lang: Lang): readonly string[] {
  if (!tradingTracks.includes(task.track)) return [];
  const text = task.brief[lang];
  const reasons: string[] = [];
  const { minTarget, maxDrawdown } = task.mandate;
  if (minTarget === 0 && !longOnly[lang].test(text)) reasons.push(`brief.${lang}.md does not say that it is long-only`);
  if (maxDrawdown !== null && !namesNumber(text, `${Number((100 * maxDrawdown).toFixed(6))}`)) {
    reasons.push(`brief.${lang}.md does not name the drawdown limit, ${Number((100 * maxDrawdown).toFixed(6))}%`);
  }
  const costs = task.costs === null ? null : task.costs.feeBps + task.costs.slippageBps;
  if (costs !== null && !namesNumber(text, `${costs}`)) {
    reasons.push(`brief.${lang}.md does not name the cost of ${costs} basis points`);
  }
  return reasons;
}

function realNames(text: string, file: string): readonly string[] {
  return findRealNames(text).map(
    (name) =>
      `${file}, line ${name.line}, names a real ${name.what === "date" ? "date or year" : "instrument"}: ${name.text}`,
  );
}

function numbers(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d+(?:\.\d+)?/g) ?? []);
}

function differentNumbers(task: Task): readonly string[] {
  const [en, zh] = [numbers(task.brief.en), numbers(task.brief.zh)];
  return [
    ...[...en].filter((n) => !zh.has(n)).map((n) => `brief.en.md has the number ${n}, brief.zh.md has not`),
    ...[...zh].filter((n) => !en.has(n)).map((n) => `brief.zh.md has the number ${n}, brief.en.md has not`),
  ];
}

function wrongLanguage(task: Task): readonly string[] {
  const han = /\p{Script=Han}/u;
  return [
    ...(han.test(task.brief.en) ? ["brief.en.md holds Chinese characters"] : []),
    ...(han.test(task.brief.zh) ? [] : ["brief.zh.md is not in Chinese"]),
  ];
}
