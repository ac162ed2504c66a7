import { createRandom } from "../random.ts";
import type { Lang } from "../task.ts";
import { numbersIn } from "./displayed.ts";
import { itemQuestion } from "./instantiate.ts";
import type { QuizItem } from "./item.ts";
import type { QuizFinding } from "./quiz-finding.ts";
import { textShortcuts, tryShortcut } from "./shortcuts.ts";

/** Standard errors above chance that a shortcut may reach over all items: items are few, so the bound is tight. */
const wordingSigmas = 2;

const langs: readonly Lang[] = ["en", "zh"];

/** Proves one authored item: four options, one key, every wrong one named, both languages whole. */
export function checkItem(item: QuizItem): readonly QuizFinding[] {
  const findings: QuizFinding[] = [];
  const report = (check: string, message: string): void => {
    findings.push({ id: item.id, check, message });
  };
  const keys = item.options.filter((option) => option.misconception === null).length;
  if (keys !== 1) report("key", `${keys} right options, wanted 1`);
  if (item.options.length !== 4) report("options", `${item.options.length} options, wanted 4`);
  if (item.options.some((option) => option.misconception?.trim() === "")) {
    report("misconceptions", "A wrong option names no misconception");
  }
  for (const lang of langs) {
    const texts = [item.text[lang], ...item.options.map((option) => option.text[lang])];
    if (texts.some((text) => text.trim() === "")) report("text", `A text is missing in ${lang}`);
    if (new Set(texts).size < texts.length) report("collision", `Two options are the same in ${lang}`);
  }
  if (!/[\u4e00-\u9fff]/.test(item.text.zh)) report("text", "The Chinese text has no Chinese");
  const parts = [item.text, ...item.options.map((option) => option.text)];
  for (const part of parts) {
    const [en, zh] = [numbersIn(part.en).join(" "), numbersIn(part.zh).join(" ")];
    if (en !== zh) report("numbers", `The English text shows "${en}", the Chinese "${zh}": ${part.en}`);
  }
  return findings;
}

/** Over all items, the longest and the shortest option are right no more often than chance explains. */
export function checkItemWording(items: readonly QuizItem[]): readonly QuizFinding[] {
  const answers = items.flatMap((item) => {
    const { answer } = itemQuestion(item, createRandom(`check|${item.id}`), item.id);
    return answer.kind === "choice" && answer.misconceptions.length === 4 ? [answer] : [];
  });
  return langs.flatMap(textShortcuts).flatMap((shortcut) => {
    const { rate, limit, tried } = tryShortcut(shortcut, answers, wordingSigmas);
    if (rate === null || limit === null || rate <= limit) return [];
    const message = `It is right in ${(100 * rate).toFixed(1)} % of ${tried} items; chance explains ${(100 * limit).toFixed(1)} %`;
    return [{ id: "paper", check: `shortcut ${shortcut.name}`, message }];
  });
}
