import type { Oddity, Understanding } from "../../adapters/import-market/understanding.ts";
import type { InferredClass } from "../../core/market/infer-class.ts";

/** One thing that was understood of a file: name, what it was taken for, and how that is known (empty where there is no choice). */
export interface UnderstoodRow {
  readonly name: string;
  readonly value: string;
  readonly known: string;
}

/** How the class of a market is known: as inferred, or given. */
export type KnownClass = Omit<InferredClass, "known"> & { readonly known: InferredClass["known"] | "given" };

/** All that was understood of a vendor's file, in the order in which it is read; one row a choice, with how it is known. */
export function understoodRows(read: Understanding, market: KnownClass): readonly UnderstoodRow[] {
  const row = (name: string, value: string, known = ""): UnderstoodRow => ({ name, value, known });
  return [
    row("vendor", read.vendor.title, read.vendor.known),
    row("text", textOf(read), read.encoding.known),
    row("columns", columnsOf(read), read.columnsKnown),
    ...(read.numbers.group === null && read.numbers.decimal === "."
      ? []
      : [row("numbers", numbersOf(read.numbers), read.numbers.known)]),
    row("time", timeOf(read), read.time.dateOrder?.known ?? "observed"),
    row("clock", clockOf(read), read.zone.known),
    row("order", orderOf(read), "observed"),
    row("interval", intervalOf(read), read.interval.known),
    row("class", `${market.class} (${market.why})`, market.known),
    row("prices", pricesOf(read.prices), read.prices.known),
    row("volume", volumeOf(read.volume)),
    ...[...read.skipped, ...read.unreadable].map((odd) => row("left out", oddityOf(odd))),
    ...read.notes.map((note) => row("note", note)),
  ];
}

function textOf({ file, encoding, delimiter, header }: Understanding): string {
  const parts = [
    ...(file.compression === "none" ? [] : [`${file.compression}${file.entry === null ? "" : `, ${file.entry}`}`]),
    encoding.name,
    `delimiter ${delimiter === "," ? "comma" : delimiter === ";" ? "semicolon" : delimiter}`,
    header.line === null ? "no header" : `header in line ${header.line}`,
  ];
  return parts.join(", ");
}

function columnsOf({ columns }: Understanding): string {
  const used = columns.filter((column) => column.role !== null);
  const ignored = columns.filter((column) => column.role === null);
  const names = used.map(({ source, role }) => (source.toLowerCase() === role ? source : `${source} = ${role}`));
  const rest =
    ignored.length === 0 ? "" : `; not read: ${ignored.map(({ source }) => source || "(no name)").join(", ")}`;
  return `${names.join(", ")}${rest}`;
}

function numbersOf({ decimal, group }: Understanding["numbers"]): string {
  return `decimal sign "${decimal}"${group === null ? "" : `, thousands "${group}"`}`;
}

function clockOf({ zone }: Understanding): string {
  if (zone.name !== "exchange") return zone.name;
  return "days of an exchange that nothing names, stored as UTC; --timezone names its zone";
}

function timeOf({ time, barTime }: Understanding): string {
  const order = time.dateOrder === null ? "" : `, ${time.dateOrder.value}`;
  const end = barTime.value === "end" ? `, times are ends of bars (${barTime.known})` : "";
  return `${time.format}${order}, "${time.example.text}" = ${time.example.utc}${end}`;
}

function orderOf({ order }: Understanding): string {
  return order.inversions === 0 ? order.value : `${order.value}, ${order.inversions} steps back`;
}

function intervalOf({ interval }: Understanding): string {
  const { value, observed } = interval;
  return observed === null || observed === value
    ? (value ?? "not known")
    : `${value}, though most steps are ${observed}`;
}

function pricesOf({ divisor, adjustment }: Understanding["prices"]): string {
  return `${divisor === 1 ? "" : `divided by ${divisor}, `}adjustment: ${adjustment}`;
}

function volumeOf({ source, unit, zeros, missing }: Understanding["volume"]): string {
  if (source === null) return "none in the file";
  const odd = [zeros > 0 ? `${zeros} zeros` : "", missing > 0 ? `${missing} missing` : ""].filter(
    (part) => part !== "",
  );
  return [`${unit}`, ...odd].join(", ");
}

function oddityOf({ what, count, lines, example }: Oddity): string {
  const where = lines.slice(0, 3).join(", ");
  const more = count > 3 ? ", …" : "";
  return `${count} × ${what} (${count === 1 ? "line" : "lines"} ${where}${more}: "${example.slice(0, 40)}")`;
}
