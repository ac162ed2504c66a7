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

let snapshot: ivm.ExternalCopy<ArrayBuffer> | undefined;

async function take(message: HostMessage, body: Float64Array): Promise<void> {
  if (message.kind === "start") {
    snapshot = ivm.Isolate.createSnapshot([{ code: message.guest, filename: "guest.js" }], warmUp);
    send({ kind: "ready" });
  } else if (snapshot !== undefined) {
    await runJob(message, body, snapshot, send);
  }
}

const reader = new FrameReader(() => ({ headerBytes: jobFrameBytes, bodyBytes: jobFrameBytes }));
process.stdin.on("data", (chunk: Buffer) => {
  for (const frame of reader.push(chunk)) void take(JSON.parse(frame.header) as HostMessage, frame.body);
});
// The host is gone, or wants no more. An orderly exit would wait for an isolate that may never stop.
process.stdin.on("end", () => process.kill(process.pid, "SIGKILL"));
