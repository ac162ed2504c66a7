import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { downloadFile } from "../../../src/adapters/fetch-market/download-file.ts";
import { TransferError } from "../../../src/adapters/fetch-market/transfer-error.ts";
import { usualSettings } from "../../../src/adapters/fetch-market/transfer-settings.ts";
import {
  type Behaviour,
  breakOff,
  closeDelimited,
  compress,
  honest,
  ignoreCondition,
  ignoreRange,
  lieAboutLength,
  page,
  type ServedFile,
  stall,
  startServer,
  status,
  wrong416,
  wrongRange,
} from "./hostile-server.ts";

const folder = mkdtempSync(join(tmpdir(), "download-law-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** A CSV of its own for each version of the file; lines of ten bytes, so that a cut at `10 n + 3` is inside a line. */
function versionOf(salt: number, lines: number): Buffer {
  return Buffer.from(Array.from({ length: lines }, (_, i) => `${salt}${String(i).padStart(7, ".")},\n`).join(""));
}

interface Step {
  readonly behaviour: Behaviour;
  /** True if the file changes before this request. */
  readonly changes: boolean;
}

const bytes = fc.nat({ max: 900 });
const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 4, arbitrary: bytes.map(breakOff) },
  fc.constantFrom(
    honest,
    ignoreRange,
    ignoreCondition,
    wrong416,
    page,
    status(404),
    status(403),
    status(500),
    status(204),
  ),
  fc.constantFrom(status(429, { "retry-after": "0" }), status(302, { location: "http://example.com/" }), status(200)),
  bytes.map(stall),
  bytes.map(wrongRange),
  bytes.map((by) => wrongRange(-by)),
  fc.nat({ max: 20 }).map((by) => lieAboutLength(by + 1)),
  // Cut at the end of a line a CSV cannot be told from a whole one: not even a checksum of ours could know.
  fc.nat({ max: 50 }).map((by) => lieAboutLength(-10 * by - 3)),
  fc.nat({ max: 80 }).map((lines) => closeDelimited(10 * lines + 3)),
  fc.nat({ max: 30 }).map(compress),
);

const steps = fc.array(fc.record<Step>({ behaviour, changes: fc.boolean() }), { minLength: 1, maxLength: 8 });
const validators = fc.constantFrom<(salt: number) => Partial<ServedFile>>(
  (salt) => ({ etag: `"${salt}"` }),
  (salt) => ({ etag: `W/"${salt}"` }),
  (salt) => ({ lastModified: new Date(Date.UTC(2020, 0, salt)).toUTCString() }),
  () => ({}),
);

it("whatever a server does, the result is one whole version of the file or a clear error, and the next run has it", async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      steps,
      validators,
      fc.boolean(),
      fc.integer({ min: 1, max: 90 }),
      async (plan, vouch, known, lines) => {
        const versions = new Set<string>();
        let salt = 1;
        const current = (): ServedFile => ({ body: versionOf(salt, lines), ...vouch(salt) });
        versions.add(sha256(current().body));
        const server = await startServer(
          () => current(),
          (_, nth) => (file, request, response, asked) => {
            const step = plan[nth];
            if (step?.changes && !known && salt < 9) salt++;
            versions.add(sha256(current().body));
            (step?.behaviour ?? honest)(step?.changes ? current() : file, request, response, asked);
          },
        );
        const target = join(folder, `law-${number++}.csv`);
        const get = (): ReturnType<typeof downloadFile> =>
          downloadFile({
            url: new URL("prices.csv", server.url),
            address: `${server.url}prices.csv`,
            file: target,
            content: "csv",
            wanted: known ? { sha256: sha256(current().body), by: "the vendor's checksum" } : null,
            refusal: () => null,
            settings: { ...usualSettings, tries: 2, backoffMs: 0, idleTimeoutMs: 25 },
            signal: undefined,
            onBytes: () => {},
          });
        try {
          for (let runs = 0; server.asked.length <= plan.length; runs++) {
            expect(runs).toBeLessThan(50);
            const got = await get().catch((error: unknown) => error);
            if (got instanceof Error) {
              expect(got).toBeInstanceOf(TransferError);
              expect(got.message).toMatch(/^(http:\/\/)?127\.0\.0\.1:\d+/);
            } else {
              (got as Awaited<ReturnType<typeof get>>).finish();
              expect(versions).toContain(sha256(readFileSync(target)));
            }
          }
          const last = await get();
          expect(last.sha256).toBe(sha256(current().body));
        } finally {
          await server.close();
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
