import { auditWords } from "./attempt/audit.ts";
import { chartWords } from "./attempt/charts.ts";
import { nameWords } from "./attempt/names.ts";
import { pathWords } from "./attempt/paths.ts";
import { trustWords } from "./attempt/trust.ts";
import { verdictWords } from "./attempt/verdict.ts";

/** Words of the page of an attempt. */
export const attemptWords: typeof nameWords &
  typeof verdictWords &
  typeof trustWords &
  typeof pathWords &
  typeof chartWords &
  typeof auditWords = {
  ...nameWords,
  ...verdictWords,
  ...trustWords,
  ...pathWords,
  ...chartWords,
  ...auditWords,
};
