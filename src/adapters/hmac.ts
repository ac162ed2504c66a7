import { createHmac } from "node:crypto";

/** HMAC-SHA256 of a text under a key, as 64 hexadecimal digits. */
export function hmacSha256(key: string, text: string): string {
  return createHmac("sha256", key).update(text, "utf8").digest("hex");
}
