import { homedir } from "node:os";
import type { RunRecord } from "../../adapters/run-folder.ts";
import type { Io } from "../io.ts";

/** Shorter values are words that stand anywhere. */
const leastLength = 8;

/** What may not be published, longest first: values of key variables, and the folders that the runs were made in. */
export function machineSecrets(io: Io, runs: readonly RunRecord[]): readonly string[] {
  const variables = runs.flatMap(({ manifest }) =>
    manifest.models.flatMap(({ provider }) => (provider.kind === "openai" ? (provider.keyVariable ?? []) : [])),
  );
  const named = Object.keys(io.env).filter((name) => /KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL/i.test(name));
  const keys = [...variables, ...named].flatMap((name) => io.env[name] ?? []);
  const found = [...keys, io.cwd, io.root, homedir(), ...runs.map((run) => run.dir)];
  return [...new Set(found)].filter((text) => text.length >= leastLength).sort((a, b) => b.length - a.length);
}
