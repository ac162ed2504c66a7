import type { Attempt } from "../core/attempt.ts";
import { type ExtractedCode, extractCode } from "../core/code/extract-code.ts";
import { type Failure, failure } from "../core/failure.ts";
import type { Reply } from "../core/reply.ts";
import { lowestScore } from "../core/score/lowest-score.ts";
import type { Lang } from "../core/task.ts";
import { evaluateProgram } from "./evaluate-program.ts";
import type { Compiler, Sandbox } from "./ports.ts";
import type { FinishedAttempt } from "./run-attempt.ts";
import { type EvaluationScore, scoreEvaluation } from "./score-evaluation.ts";
import type { TaskContext } from "./task-context.ts";

/** A reply to be scored, fresh or stored. */
export interface ReplyInput {
  readonly context: TaskContext;
  readonly model: string;
  readonly lang: Lang;
  readonly attempt: number;
  readonly reply: Reply | { readonly notAttempted: string };
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
}

/** Everything after the reply: the same for a fresh reply and for one read from a stored run. */
export async function scoreReply(input: ReplyInput): Promise<FinishedAttempt> {
  const blank = blankAttempt(input);
  if ("notAttempted" in input.reply) return { attempt: blank, curves: null };
  const found = findCode(input.reply);
  if (!found.ok) return { attempt: failed(blank, found.failure), curves: null };
  const { context, sandbox, compiler } = input;
  const evaluation = await evaluateProgram({
    code: found.code,
    paths: context.paths,
    noise: context.noise,
    limits: context.task.limits,
    sandbox,
    compiler,
    seed: `${context.seed}|${context.task.id}`,
    audits: true,
  });
  const score = await scoreEvaluation({ context, evaluation, sandbox, compiler });
  const { diagnostics, literals, lookAhead, cpuMs, heapMiB } = evaluation;
  const resources = evaluation.program === null ? null : { cpuMs, heapMiB };
  const facts = { code: found.code, diagnostics, literals, lookAhead, resources };
  const attempt = { ...blank, ...facts, ...pick(score) };
  if (!wasCut(input.reply, found, attempt.failure)) return { attempt, curves: score.curves };
  return { attempt: failed(attempt, cutFailure), curves: score.curves };
}

function pick(score: EvaluationScore): Omit<EvaluationScore, "curves"> {
  const { curves: _, ...rest } = score;
  return rest;
}

/** The code of a reply, or why there is none. A refusal that still gives a module is taken at its code. */
function findCode(reply: Reply): ExtractedCode {
  if (reply.stop === "content-filter") return no("content-filter", "The endpoint's filter withheld the reply.");
  if (reply.stop === "empty" || reply.text.trim() === "") return no("empty-reply", "The reply has no text.");
  const found = extractCode(reply.text);
  if (found.ok) return found;
  if (reply.stop === "refusal") return no("refusal", `The model declined: ${reply.text.trim().slice(0, 300)}`);
  if (reply.stop === "length") return { ok: false, failure: cutFailure };
  return found;
}

const cutFailure = failure("reply", "length-stop", "The reply was cut at its token limit before the code ended.");

/** True if the code does not compile because the reply was cut inside its block: what is wrong is the limit, not a type. */
function wasCut(reply: Reply, found: { readonly closed: boolean }, why: Failure | null): boolean {
  return reply.stop === "length" && !found.closed && why?.kind === "type-error";
}

function no(
  kind: "content-filter" | "empty-reply" | "refusal",
  message: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: failure("reply", kind, message) };
}

function failed(attempt: Attempt, why: Failure): Attempt {
  return { ...attempt, stage: why.stage, failure: why, score: lowestScore(attempt.track) };
}

function blankAttempt(input: ReplyInput): Attempt {
  const { task, messages } = input.context;
  const world = "notAttempted" in input.reply;
  return {
    version: 1,
    model: input.model,
    task: task.id,
    taskVersion: task.version,
    track: task.track,
    level: task.level,
    lang: input.lang,
    attempt: input.attempt,
    messages: messages[input.lang],
    reply: world ? null : (input.reply as Reply),
    notAttempted: world ? (input.reply as { readonly notAttempted: string }).notAttempted : null,
    code: null,
    diagnostics: [],
    literals: [],
    stage: "reply",
    failure: null,
    paths: [],
    noise: null,
    lookAhead: null,
    utility: null,
    fidelity: null,
    speed: null,
    score: null,
    resources: null,
  };
}
