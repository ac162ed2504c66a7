import type { Reply } from "../../core/reply.ts";
import type { Lang } from "../../core/task.ts";

/** A recorded reply, or why there is none and where one would be looked for. */
export type Recorded =
  | { readonly found: true; readonly reply: Reply }
  | { readonly found: false; readonly reason: string };

/** The replies of one model, as recorded. */
export interface Recording {
  find(item: string, lang: Lang, attempt: number): Promise<Recorded>;
}
