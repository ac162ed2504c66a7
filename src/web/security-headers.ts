/** Headers of every answer: nothing of it is framed, sniffed, shared with other sites, or told to them. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cache-Control": "no-cache",
};

/** The policy of what is no page. */
const bare = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const stated =
  /^<!doctype html>\n<html lang="\w+">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;

/** The policy that a page states of itself, first thing in its head, and that nothing may frame it; the strictest for what states none. */
export function contentPolicy(body: string): string {
  const own = stated.exec(body)?.[1];
  return own === undefined ? bare : `${own}; frame-ancestors 'none'`;
}
