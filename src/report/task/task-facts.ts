import type { Plan } from "../../core/manifest.ts";
import type { Task } from "../../core/task.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { factList } from "../ranking/run-facts.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";

/** A task as the plan of the run names it. */
export type PlannedTask = Plan["tasks"][number];

/** What a task is; `task` is its folder as the run had it, null where that is not at hand. */
export function taskFacts(planned: PlannedTask, task: Task | null): Html {
  const facts: (readonly [Content, Content])[] = [
    [say("taskTrack"), named("track", planned.track)],
    [say("taskLevel"), say("taskLevelOf", { level: planned.level })],
    [say("taskVersionFact"), planned.version],
    [say("taskClasses"), planned.classes.join(", ")],
    [say("taskTags"), planned.tags.join(", ")],
  ];
  if (task !== null) {
    const { mandate, costs } = task;
    facts.push([say("taskInterval"), task.interval], [say("taskBars"), `${task.warmupBars} + ${task.scoredBars}`]);
    if (costs !== null) facts.push([say("taskCosts"), `${costs.feeBps} + ${costs.slippageBps}`]);
    facts.push([say("taskMandate"), `${mandate.minTarget} … ${mandate.maxTarget}`.replaceAll("-", "−")]);
    if (mandate.maxDrawdown !== null) facts.push([say("taskMandateDrawdown"), `${100 * mandate.maxDrawdown}\u00a0%`]);
  }
  return factList(facts.filter(([, value]) => value !== ""));
}

/** What the model has to do in the task's track, and what counts. */
export function trackSentence({ track }: PlannedTask): Html {
  const sentences = {
    design: () => say("tracksDesign", { utility: term("utility") }),
    improve: () => say("tracksImprove", { utility: term("utility") }),
    implement: () => say("tracksImplement", { fidelity: term("fidelity") }),
    repair: () => say("tracksRepair", { fidelity: term("fidelity") }),
    speed: () => say("tracksSpeed", { speed: term("speedScore") }),
  } as const;
  return html`<p>${sentences[track]()}</p>`;
}
