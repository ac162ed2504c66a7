// The child process. It has no files (but its own code), no network, no children and no environment; see README.md.

import ivm from "isolated-vm";
import { encodeFrame, FrameReader } from "./frame.ts";
import type { HostMessage } from "./protocol.ts";
import { jobFrameBytes } from "./protocol.ts";
import { runJob, type Send } from "./run-job.ts";
import { warmUp } from "./warm-up.ts";

const send: Send = (message, columns) => {
  for (const part of encodeFrame(message, columns)) process.stdout.write(part);
};

let guest: { readonly code: string; readonly filename: string } | undefined;
let plain: ivm.ExternalCopy<ArrayBuffer> | undefined;
let withLibrary: ivm.ExternalCopy<ArrayBuffer> | undefined;

async function take(message: HostMessage, body: Float64Array): Promise<void> {
  if (message.kind === "start") {
    guest = { code: message.guest, filename: "guest.js" };
    plain = ivm.Isolate.createSnapshot([guest], warmUp);
    send({ kind: "ready" });
  } else if (guest !== undefined && plain !== undefined) {
    if (message.tiBundle !== undefined) {
      withLibrary ??= ivm.Isolate.createSnapshot([guest, { code: message.tiBundle, filename: "guest-ti.js" }], warmUp);
    }
    await runJob(message, body, { plain, withLibrary: withLibrary ?? plain }, send);
  }
}

const reader = new FrameReader(() => ({ headerBytes: jobFrameBytes, bodyBytes: jobFrameBytes }));
process.stdin.on("data", (chunk: Buffer) => {
  for (const frame of reader.push(chunk)) void take(JSON.parse(frame.header) as HostMessage, frame.body);
});
// The host is gone, or wants no more. An orderly exit would wait for an isolate that may never stop.
process.stdin.on("end", () => process.kill(process.pid, "SIGKILL"));
