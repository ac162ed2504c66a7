import { boardWords } from "./ranking/board.ts";
import { controlWords } from "./ranking/controls.ts";
import { modelWords } from "./ranking/model.ts";
import { pairWords } from "./ranking/pair.ts";
import { readingWords } from "./ranking/reading.ts";
import { taskWords } from "./ranking/task.ts";

/** Words of the ranking page and of the pages of models, tasks and pairs. */
export const rankingWords: typeof boardWords &
  typeof controlWords &
  typeof modelWords &
  typeof pairWords &
  typeof readingWords &
  typeof taskWords = {
  ...boardWords,
  ...controlWords,
  ...modelWords,
  ...pairWords,
  ...readingWords,
  ...taskWords,
};
