import { boardWords } from "./ranking/board.ts";
import { controlWords } from "./ranking/controls.ts";
import { readingWords } from "./ranking/reading.ts";

/** Words of the ranking page and of the pages of models, tasks and pairs. */
export const rankingWords: typeof boardWords & typeof controlWords & typeof readingWords = {
  ...boardWords,
  ...controlWords,
  ...readingWords,
};
