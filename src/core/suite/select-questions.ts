import type { Question } from "../quiz/question.ts";

/**
 * At most `count` questions of a paper, in the paper's order; null = all. The choice is spread evenly over levels, kinds
 * and key positions, so that no answer letter is favoured. A question keeps the options and numbers it has in the
 * whole paper.
 */
export function selectQuestions(paper: readonly Question[], count: number | null): readonly Question[] {
  if (count === null || count >= paper.length) return paper;
  const groups = new Map<string, Question[]>();
  for (const question of paper.filter((one) => one.rotationOf === null)) {
    const { answer, level } = question;
    const group = answer.kind === "choice" ? `choice ${answer.key} ${level}` : `numeric ${level}`;
    groups.set(group, [...(groups.get(group) ?? []), question]);
  }
  const queues = [...groups.values()];
  const chosen = new Set<Question>();
  for (let round = 0; chosen.size < count && queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) {
      const next = queue[round];
      if (next && chosen.size < count) chosen.add(next);
    }
  }
  return paper.filter((question) => chosen.has(question));
}
