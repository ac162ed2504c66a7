import { Command, Option } from "commander";
import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { QuizPlan } from "../../core/quiz/compose-quiz.ts";
import type { Question } from "../../core/quiz/question.ts";
import type { Lang } from "../../core/task.ts";
import type { Io } from "../io.ts";

/** `walkforward quiz`: the questions, one of them as a model sees it, and the proof that they are fair. */
export function quizCommand(io: Io): Command {
  return new Command("quiz")
    .description("list, show and check the questions of the quiz")
    .addCommand(listCommand(io))
    .addCommand(showCommand(io))
    .addCommand(checkCommand(io));
}

async function publicPlan(): Promise<QuizPlan> {
  const [{ quizTemplates }, { quizItems }, { publicRelease }, { hmacSha256 }] = await Promise.all([
    import("../../core/quiz/templates/index.ts"),
    import("../../core/quiz/items/index.ts"),
    import("../../core/quiz/release.ts"),
    import("../../adapters/hmac.ts"),
  ]);
  return { ...publicRelease, hmac: hmacSha256, templates: quizTemplates, items: quizItems };
}

async function table(head: readonly string[], rows: readonly (readonly string[])[]): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const made = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) made.push([...row]);
  return `${made.toString()}\n`;
}

function listCommand(io: Io): Command {
  return new Command("list")
    .description("list templates and authored items")
    .option("--json", "print the list as JSON")
    .addHelpText("after", "\nExamples:\n  walkforward quiz list\n  walkforward quiz list --json")
    .action(async (options: { json?: boolean }) => {
      const plan = await publicPlan();
      const entries = [
        ...plan.templates.map((t) => ({ ...entryOf(t), source: "template", answer: t.answer.kind })),
        ...plan.items.map((i) => ({ ...entryOf(i), source: "item", answer: "choice" })),
      ];
      if (options.json) return io.out(`${JSON.stringify({ release: plan.release, entries }, null, 2)}\n`);
      const rows = entries.map((e) => [e.id, e.topic, String(e.level), e.source, e.answer]);
      io.out(await table(["id", "topic", "level", "source", "answer"], rows));
    });
}

interface Entry {
  readonly id: string;
  readonly topic: string;
  readonly level: number;
  readonly released: string;
  readonly retired: string | null;
}

function entryOf({ id, topic, level, released, retired }: Entry): Entry {
  return { id, topic, level, released, retired };
}

interface ShowOptions {
  readonly lang: Lang | "both";
  readonly index?: number;
  readonly answer?: boolean;
  readonly json?: boolean;
}

function showCommand(io: Io): Command {
  return new Command("show")
    .description("show one question of the public release as a model sees it")
    .argument("<id>", "template or item, or a question such as costs-annual-drag#0")
    .addOption(new Option("--lang <lang>", "language").choices(["en", "zh", "both"]).default("en"))
    .option("--index <n>", "instance of a template, a whole number from 0 (default: 0)", readIndex)
    .option("--answer", "add the key, and the misconception behind each wrong option")
    .option("--json", "print the question with its key as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  walkforward quiz show returns-sharpe\n  walkforward quiz show costs-annual-drag --index 3 --lang zh --answer",
    )
    .action(async (id: string, options: ShowOptions) => {
      const question = await findQuestion(id, options.index);
      if (options.json) return io.out(`${JSON.stringify(question, null, 2)}\n`);
      const { renderQuestion } = await import("../../core/quiz/render-question.ts");
      const langs: readonly Lang[] = options.lang === "both" ? ["en", "zh"] : [options.lang];
      for (const lang of langs) io.out(`${renderQuestion(question, lang)}\n${lang === langs.at(-1) ? "" : "\n"}`);
      if (options.answer) io.out(`\n${await describeKey(question)}\n`);
    });
}

function readIndex(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UserError(`--index wants a whole number from 0 to 999999, got "${text}"`);
}

/** The question as the paper asks it; an instance that is not in the paper with its options in its own order. */
async function findQuestion(wanted: string, index: number | undefined): Promise<Question> {
  const plan = await publicPlan();
  const { composeQuiz } = await import("../../core/quiz/compose-quiz.ts");
  const { instantiate } = await import("../../core/quiz/instantiate.ts");
  const [name = "", suffix] = wanted.split("#");
  const paper = composeQuiz(plan);
  const id = `${name}#${index ?? suffix ?? 0}`;
  const asked = paper.find((question) => question.id === id);
  if (asked !== undefined) return asked;
  const entry = [...plan.templates, ...plan.items].find((candidate) => candidate.id === name);
  if (entry === undefined) throw unknownEntry(name, plan);
  if ("options" in entry) throw new UserError(`${name} is an authored item: it has the one instance ${name}#0`);
  const instance = index ?? readIndex(suffix ?? "0");
  return instantiate(entry, { secret: plan.secret, release: plan.release, index: instance, hmac: plan.hmac });
}

function unknownEntry(name: string, plan: QuizPlan): UserError {
  const near = nearestName(
    name,
    [...plan.templates, ...plan.items].map((entry) => entry.id),
  );
  const hint = near === null ? "`walkforward quiz list` shows them all" : `did you mean "${near}"?`;
  return new UserError(`There is no quiz template or item "${name}": ${hint}`);
}

async function describeKey({ answer }: Question): Promise<string> {
  if (answer.kind === "numeric") return `Key: ${answer.value} ${answer.unit.en} (±${answer.tolerance})`;
  const { optionLetter } = await import("../../core/quiz/render-question.ts");
  const wrong = answer.misconceptions.flatMap((name, i) => (name === null ? [] : [`  ${optionLetter(i)}: ${name}`]));
  return [`Key: ${optionLetter(answer.key)}`, ...wrong].join("\n");
}

interface CheckOptions {
  readonly draws: number;
  readonly json?: boolean;
}

function checkCommand(io: Io): Command {
  return new Command("check")
    .description(
      "prove that every question is fair: the accept or reject of a new template or item; exit 3 on a finding",
    )
    .argument("[id...]", "report only on these templates and items (default: all, and the paper)")
    .option("--draws <n>", "instances drawn of each template, 100 to 100000", readDraws, 1000)
    .option("--json", "print the findings as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  walkforward quiz check\n  walkforward quiz check returns-sharpe --draws 5000 --json",
    )
    .action(async (ids: readonly string[], options: CheckOptions) => {
      const { checkQuiz } = await import("../../core/quiz/check-quiz.ts");
      const plan = await publicPlan();
      const known = new Set([...plan.templates, ...plan.items].map((entry) => entry.id));
      for (const id of ids) if (!known.has(id)) throw unknownEntry(id, plan);
      const isWanted = (entry: { readonly id: string }): boolean => ids.length === 0 || ids.includes(entry.id);
      const narrowed = { ...plan, templates: plan.templates.filter(isWanted), items: plan.items.filter(isWanted) };
      const all = checkQuiz(narrowed, { draws: options.draws });
      const check = { ...all, findings: all.findings.filter((f) => ids.length === 0 || f.id !== "paper") };
      if (check.findings.length > 0) io.exit(3);
      if (options.json) return io.out(`${JSON.stringify(check, null, 2)}\n`);
      const rows = check.findings.map((finding) => [finding.id, finding.check, finding.message]);
      if (rows.length > 0) io.out(await table(["id", "check", "finding"], rows));
      const size = `${check.templates} templates (${check.draws} draws each), ${check.items} items`;
      const paper = `${check.questions} questions, ${(100 * check.numericShare).toFixed(0)} % of them numeric`;
      io.out(
        `${rows.length === 0 ? "Accepted" : "Rejected"}: ${size}; a paper of ${paper}; findings: ${rows.length}\n`,
      );
    });
}

function readDraws(text: string): number {
  const draws = Number(text);
  if (Number.isInteger(draws) && draws >= 100 && draws <= 100_000) return draws;
  throw new UserError(`--draws wants a whole number from 100 to 100000, got "${text}"`);
}
