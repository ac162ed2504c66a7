import { createHash } from "node:crypto";
import type { Resource } from "./viewer-source.ts";

/** A page made. */
export interface CachedPage {
  readonly body: Buffer;
  readonly text: string;
  readonly etag: string;
}

/** Pages made lately. */
export interface PageCache {
  /** The page, made if it was not, or not of this version; once, however many ask for it at the same time. */
  get(path: string, resource: Resource): Promise<CachedPage>;
}

/** Keeps at most `bytes` of pages, those asked for last. */
export function createPageCache(bytes: number): PageCache {
  const kept = new Map<string, { readonly version: string; readonly page: Promise<CachedPage>; size: number }>();
  let held = 0;
  const drop = (path: string): void => {
    held -= kept.get(path)?.size ?? 0;
    kept.delete(path);
  };
  const trim = (): void => {
    for (const path of kept.keys()) {
      if (held <= bytes || kept.size <= 1) return;
      drop(path);
    }
  };
  return {
    get: async (path, resource) => {
      const known = kept.get(path);
      if (known?.version === resource.version) {
        kept.delete(path);
        kept.set(path, known);
        return known.page;
      }
      drop(path);
      const entry = { version: resource.version, page: make(resource), size: 0 };
      kept.set(path, entry);
      try {
        const page = await entry.page;
        if (kept.get(path) === entry) {
          entry.size = page.body.length;
          held += entry.size;
          trim();
        }
        return page;
      } catch (error) {
        if (kept.get(path) === entry) drop(path);
        throw error;
      }
    },
  };
}

async function make(resource: Resource): Promise<CachedPage> {
  const text = await resource.render();
  const body = Buffer.from(text);
  return { body, text, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}
