import { createRandom } from "../random.ts";
import type { Lang } from "../task.ts";
import { displayedValues, numbersIn } from "./displayed.ts";
import { type Draw, templateQuestion } from "./instantiate.ts";
import type { Question } from "./question.ts";
import type { QuizFinding } from "./quiz-finding.ts";
import { renderQuestion } from "./render-question.ts";
import { numberShortcuts, tryShortcut } from "./shortcuts.ts";
import type { QuizTemplate } from "./template.ts";

/** Standard errors above chance that a shortcut may reach over the draws of a template: one in 2,000 by accident. */
const shortcutSigmas = 3.3;

const langs: readonly Lang[] = ["en", "zh"];

/** Proves one template over `draws` instances of fixed seeds: at most one finding of each kind. */
export function checkTemplate(template: QuizTemplate, draws: number): readonly QuizFinding[] {
  const findings = new Map<string, string>();
  const report = (check: string, message: string): void => {
    if (!findings.has(check)) findings.set(check, message);
  };
  checkForm(template, report);
  const answers: Extract<Question["answer"], { kind: "choice" }>[] = [];
  try {
    for (let i = 0; i < draws; i++) {
      const made = templateQuestion(template, createRandom(`check|${template.id}|${i}`), `${template.id}#${i}`);
      checkInstance(template, made.question, made.draw, report);
      if (made.question.answer.kind === "choice") answers.push(made.question.answer);
    }
  } catch (error) {
    report("draw", error instanceof Error ? error.message : String(error));
  }
  for (const shortcut of answers.length === 0 ? [] : numberShortcuts) {
    const { rate, limit, tried } = tryShortcut(shortcut, answers, shortcutSigmas);
    if (rate === null || limit === null || rate <= limit) continue;
    report(
      `shortcut ${shortcut.name}`,
      `Picking the ${shortcut.name} option is right in ${percent(rate)} of ${tried} draws; chance explains ${percent(limit)}`,
    );
  }
  return [...findings].map(([check, message]) => ({ id: template.id, check, message }));
}

type Report = (check: string, message: string) => void;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function checkForm(template: QuizTemplate, report: Report): void {
  const names = Object.keys(template.misconceptions);
  if (names.length < 3) report("misconceptions", `${names.length} misconceptions, wanted at least 3`);
  if (names.some((name) => name.trim() === "")) report("misconceptions", "A misconception has no name");
  const { answer } = template;
  if (answer.kind === "numeric" && !(answer.tolerance >= 0)) report("tolerance", `Tolerance ${answer.tolerance}`);
  if (langs.some((lang) => answer.unit[lang].trim() === ""))
    report("unit", "The unit is not written in both languages");
}

function checkInstance(template: QuizTemplate, question: Question, draw: Draw, report: Report): void {
  const { answer } = question;
  checkNumbers(question, report);
  checkRecomputable(template, question, draw, report);
  if (answer.kind === "numeric") checkNumeric(question, answer, draw, report);
  else checkOptions(answer, report);
}

/** Both languages show the same numbers, whatever their order. */
function checkNumbers(question: Question, report: Report): void {
  const [en, zh] = langs.map((lang) =>
    numbersIn(question.text[lang])
      .toSorted((a, b) => a - b)
      .join(" "),
  );
  if (en !== zh) report("numbers", `${question.id}: the English text shows ${en}, the Chinese ${zh}`);
}

/** The key follows from what the text shows: nothing is hidden or rounded away. */
function checkRecomputable(template: QuizTemplate, question: Question, draw: Draw, report: Report): void {
  const slack =
    template.answer.kind === "numeric" ? template.answer.tolerance / 2 : 0.5 * 10 ** -template.answer.decimals;
  for (const lang of langs) {
    const shown = displayedValues(draw.values, question.text[lang]);
    if (shown === null) {
      report("displayed", `${question.id}: the ${lang} text does not show every parameter`);
      continue;
    }
    const again = template.solve(shown);
    if (Math.abs(again - draw.key) > slack + 1e-9 * Math.abs(draw.key)) {
      report("displayed", `${question.id}: ${draw.key} from the parameters, ${again} from the numbers shown (${lang})`);
    }
  }
}

type Numeric = Extract<Question["answer"], { kind: "numeric" }>;

function checkNumeric(question: Question, answer: Numeric, draw: Draw, report: Report): void {
  if (!Number.isFinite(answer.value)) report("key", `${question.id}: the key is ${answer.value}`);
  for (const lang of langs) {
    const text = renderQuestion(question, lang);
    if (!text.includes(answer.unit[lang])) report("unit", `${question.id}: the ${lang} text does not state the unit`);
    if (answer.tolerance > 0 && !text.includes(`±${answer.tolerance}`)) {
      report("tolerance", `${question.id}: the ${lang} text does not state the tolerance`);
    }
  }
  const near = draw.wrong.find((option) => Math.abs(option.value - answer.value) <= answer.tolerance);
  if (near !== undefined) report("tolerance", `${question.id}: "${near.name}" comes within the tolerance of the key`);
}

function checkOptions(answer: Extract<Question["answer"], { kind: "choice" }>, report: Report): void {
  for (const lang of langs) {
    const options = answer.options[lang];
    if (new Set(options).size < options.length) report("collision", `Options collide: ${options.join(" | ")}`);
  }
  if (answer.misconceptions.filter((name) => name === null).length !== 1) report("key", "Not exactly one right option");
}
