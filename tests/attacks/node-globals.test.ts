import { attack, holds } from "./support.ts";

attack("the globals of Node and of browsers", {
  "are absent": [
    holds(
      `["process", "require", "module", "exports", "Buffer", "fetch", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "structuredClone", "performance", "crypto", "navigator", "global", "window", "self", "WebSocket", "Worker", "postMessage", "print", "load", "quit", "gc", "d8", "enterGuest"].every((name) => !(name in globalThis))`,
    ),
    { target: 1 },
  ],
});
