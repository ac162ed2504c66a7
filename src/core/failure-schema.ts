import { z } from "zod";
import { type Failure, failureKinds, stages } from "./failure.ts";

/** Checks a stored failure. */
export const failureSchema: z.ZodType<Failure> = z.strictObject({
  stage: z.enum(stages).describe("Stage that failed"),
  kind: z.enum(failureKinds).describe("What was wrong, one word of one list"),
  message: z.string().describe("What was found and what was wanted"),
});
