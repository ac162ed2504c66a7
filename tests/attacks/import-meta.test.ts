import { attack, holds } from "./support.ts";

attack("import.meta", {
  "names no file": [
    holds(
      `Object.keys(import.meta).length === 0 && import.meta.url === undefined && Object.getPrototypeOf(import.meta) === null`,
    ),
    { target: 1 },
  ],
});
