import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { type Behaviour, type HostileServer, startServer } from "./hostile-server.ts";

/** Days as Binance's archives hold them: made-up prices that only depend on the day. */
export function klines(firstDay: string, days: number): string {
  return Array.from({ length: days }, (_, i) => {
    const open = Date.parse(`${firstDay}T00:00:00Z`) + i * 86_400_000;
    const level = 100 + ((open / 86_400_000) % 50);
    // From 2025 on, microseconds.
    const stamp = (time: number): string => (time >= Date.UTC(2025, 0, 1) ? `${time}000` : String(time));
    const prices = [level, level + 3, level - 2, level + 1].map((price) => price.toFixed(8));
    return `${stamp(open)},${prices.join(",")},12.5,${stamp(open + 86_399_999)},1250,42,6,600,0\n`;
  }).join("");
}

/** A zip archive of one CSV; the same bytes each time. */
export function archive(name: string, csv: string): Buffer {
  return Buffer.from(zipSync({ [`${name}.csv`]: [strToU8(csv), { mtime: "2020-01-01" }] }));
}

/** Address of an archive of Binance's, relative to its server. */
export function archivePath(span: "monthly" | "daily", stamp: string, symbol = "BTCUSDT"): string {
  return `/data/spot/${span}/klines/${symbol}/1d/${symbol}-1d-${stamp}.zip`;
}

/** The sha256 of some bytes, as hexadecimal digits. */
export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Files of a vendor's by path. An archive is added with its checksum beside it. */
export class VendorFiles {
  readonly files: Map<string, Buffer> = new Map();

  addArchive(span: "monthly" | "daily", stamp: string, csv: string): this {
    const path = archivePath(span, stamp);
    const bytes = archive(`BTCUSDT-1d-${stamp}`, csv);
    this.files.set(path, bytes);
    this.files.set(`${path}.CHECKSUM`, Buffer.from(`${sha256(bytes)}  BTCUSDT-1d-${stamp}.zip\n`));
    return this;
  }

  add(path: string, text: string): this {
    this.files.set(path, Buffer.from(text));
    return this;
  }

  /** Serves them on loopback. */
  serve(behaviourOf?: (path: string, nth: number) => Behaviour): Promise<HostileServer> {
    const fileOf = (path: string): { body: Buffer; etag: string } | undefined => {
      const body = this.files.get(path);
      return body && { body, etag: `"${sha256(body).slice(0, 8)}"` };
    };
    return startServer(fileOf, behaviourOf);
  }
}
