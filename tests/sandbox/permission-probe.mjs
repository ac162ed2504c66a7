// Runs with the flags of a sandbox worker, and tells what it could do.
import { execFileSync, fork } from "node:child_process";
import dgram from "node:dgram";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import { Worker } from "node:worker_threads";

const [, , secretFile, port] = process.argv;

/** `denied`, or what happened instead. */
async function attempt(action) {
  try {
    return `allowed: ${await action()}`;
  } catch (error) {
    return error.code === "ERR_ACCESS_DENIED" ? "denied" : `failed: ${error.code} ${error.message}`;
  }
}

const connected = (socket) =>
  new Promise((resolve, reject) => socket.once("connect", () => resolve("connected")).once("error", reject));

const tried = {
  readFile: await attempt(() => fs.readFileSync(secretFile, "utf8")),
  readFolder: await attempt(() => fs.readdirSync("/")),
  readOwnSettings: await attempt(() => fs.readFileSync(`${os.homedir()}/.npmrc`)),
  readProcesses: await attempt(() => fs.readFileSync("/proc/self/environ", "utf8")),
  writeFile: await attempt(() => fs.writeFileSync(`${secretFile}.new`, "x")),
  writeTemporary: await attempt(() => fs.mkdtempSync(`${os.tmpdir()}/x`)),
  linkFile: await attempt(() => fs.symlinkSync(secretFile, `${secretFile}.link`)),
  deleteFile: await attempt(() => fs.unlinkSync(secretFile)),
  child: await attempt(() => execFileSync(process.execPath, ["--version"])),
  fork: await attempt(() => fork(secretFile)),
  thread: await attempt(() => new Worker("1", { eval: true })),
  tcp: await attempt(() => connected(net.connect(Number(port), "127.0.0.1"))),
  fetch: await attempt(() => fetch(`http://127.0.0.1:${port}/`).catch((error) => Promise.reject(error.cause ?? error))),
  listen: await attempt(
    () =>
      new Promise((resolve, reject) => {
        // Node throws this refusal past the server.
        process.once("uncaughtException", reject);
        http
          .createServer()
          .once("error", reject)
          .listen(0, "127.0.0.1", () => resolve("listening"));
      }),
  ),
  udp: await attempt(
    () =>
      new Promise((resolve, reject) => {
        const socket = dgram.createSocket("udp4");
        socket
          .once("error", reject)
          .send("x", Number(port), "127.0.0.1", (error) => (error ? reject(error) : resolve("sent")));
      }),
  ),
  environment: Object.keys(process.env).sort().join(" "),
};

process.stdout.write(JSON.stringify(tried), () => process.exit(0));
