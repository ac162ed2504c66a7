/** A table with a heading, as text that ends with a newline. */
export async function printTable(head: string[], rows: string[][]): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const lines = new Table({ head, style: { head: [], border: [], compact: true } });
  lines.push(...rows);
  return `${lines.toString()}\n`;
}
