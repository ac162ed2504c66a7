import { basename } from "node:path";
import type { RunRecord } from "../../adapters/run-folder.ts";
import type { Model } from "../../core/model.ts";

/** What stands in the place of what is left out. */
const left = "…";

/**
 * A run without what is the machine's that made it: addresses of endpoints, names of key variables, facts about the
 * machine; `secrets` (keys, folders) wherever they stand; and in the world's own messages every address and path.
 */
export function publicRun(run: RunRecord, secrets: readonly string[]): RunRecord {
  const hide = (text: string): string => secrets.reduce((all, secret) => all.replaceAll(secret, left), text);
  const record = <T extends { readonly notAttempted: string | null }>(one: T): T => {
    const clean = mapStrings(one, hide) as T;
    return clean.notAttempted === null ? clean : { ...clean, notAttempted: hideMachine(clean.notAttempted) };
  };
  const { manifest } = run;
  return {
    dir: run.dir,
    manifest: { ...manifest, models: manifest.models.map(publicModel), environment: {} },
    attempts: run.attempts.map(record),
    answers: run.answers.map(record),
  };
}

function publicModel(model: Model): Model {
  const { provider } = model;
  if (provider.kind === "openai") return { ...model, provider: { ...provider, baseUrl: "", keyVariable: null } };
  if (provider.kind === "replay") return { ...model, provider: { ...provider, source: basename(provider.source) } };
  return model;
}

/** Addresses, paths and names of machines in a message of the system's or of an endpoint's. */
const machine: readonly (readonly [RegExp, string])[] = [
  [/\b(https?|wss?):\/\/[^\s"'<>]+/gi, `$1://${left}`],
  [/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)\s+\S+/g, `$1 ${left}`],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, left],
  [/\[?\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\b\]?(?::\d+)?/gi, left],
  [/\b(?:localhost|[\w-]+\.(?:local|internal|lan|intranet|corp))(?::\d+)?\b/gi, left],
  [/(?<![\w.])~?(?:\/[\w.@+-]+){2,}\/?/g, left],
  [/\b[A-Za-z]:\\[^\s"'<>]+/g, left],
];

/** A message without addresses and paths. */
export function hideMachine(text: string): string {
  return machine.reduce((all, [pattern, instead]) => all.replace(pattern, instead), text);
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapStrings(one, change)]));
}
