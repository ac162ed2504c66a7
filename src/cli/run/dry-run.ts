import Table from "cli-table3";
import { quizMessages } from "../../bench/run-question.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Message } from "../../core/message.ts";
import type { Model } from "../../core/model.ts";
import { askedOf } from "../../core/suite/asked-of.ts";
import type { Io } from "../io.ts";
import type { BenchWorld } from "./bench-world.ts";

/** What a run would ask of one model. */
interface Calls {
  readonly model: string;
  readonly taskCalls: number;
  readonly quizCalls: number;
  readonly promptCharacters: number;
}

/** Prints what a run would ask, a row a model; with `json` as one JSON line. Writes nothing. */
export async function printDryRun(io: Io, world: BenchWorld, manifest: Manifest, json: boolean): Promise<void> {
  const models: Calls[] = [];
  for (const model of manifest.models) models.push(await countCalls(world, manifest, model));
  if (json) io.out(`${JSON.stringify({ kind: "dry-run", run: manifest.run, models })}\n`);
  else {
    const table = new Table({
      head: ["model", "task calls", "quiz calls", "prompt characters"],
      colAligns: ["left", "right", "right", "right"],
      style: { head: [], border: [], compact: true },
    });
    for (const row of models) table.push([row.model, row.taskCalls, row.quizCalls, row.promptCharacters]);
    io.out(`${table.toString()}\n`);
  }
  io.err(`Run ${manifest.run}. Nothing was asked and nothing was written.\n`);
}

async function countCalls(world: BenchWorld, manifest: Manifest, model: Model): Promise<Calls> {
  const { plan } = manifest;
  const { tasks, langs, attempts, questions } = askedOf(model, plan);
  let promptCharacters = 0;
  for (const task of tasks) {
    const context = await world.context(task.id, plan.seed);
    for (const lang of langs) promptCharacters += attempts * length(context.messages[lang]);
  }
  const asked = new Set(questions.map((question) => question.id));
  for (const question of world.paper.filter((one) => asked.has(one.id))) {
    for (const lang of langs) promptCharacters += length(quizMessages(question, lang));
  }
  return {
    model: model.id,
    taskCalls: tasks.length * langs.length * attempts,
    quizCalls: questions.length * langs.length,
    promptCharacters,
  };
}

function length(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + message.content.length, 0);
}
