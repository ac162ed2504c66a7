/** Makes the headings of every `table.sortable` buttons that sort its rows: by number where a cell states one in `data-v`. */
export function sortTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.sortable")) makeSortable(table);
}

function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((head, column) => {
    if (head.textContent?.trim() === "") return;
    const button = document.createElement("button");
    button.type = "button";
    if (head.querySelector("a") === null) button.append(...head.childNodes);
    else labelOf(button, head);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      for (const body of table.tBodies) sortRows(body, column, down ? -1 : 1);
    });
  });
}

/** A heading that explains itself is a link already, and a link cannot stand in a button: the button stands beside it. */
function labelOf(button: HTMLButtonElement, head: HTMLTableCellElement): void {
  button.className = "by";
  button.setAttribute("aria-label", `↕ ${head.textContent?.trim()}`);
}

/** Rows without a value stay last either way; equal ones keep their order. */
function sortRows(body: HTMLTableSectionElement, column: number, sign: number): void {
  const rows = [...body.rows].filter((row) => !row.classList.contains("group"));
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === "number" && typeof b.key === "number") return sign * (a.key - b.key);
    return sign * String(a.key).localeCompare(String(b.key), undefined, { numeric: true });
  });
  body.append(...keyed.map(({ row }) => row));
}

function keyOf(cell: HTMLTableCellElement | undefined): number | string | null {
  const stated = cell?.dataset["v"];
  if (stated !== undefined) return stated === "" ? null : Number(stated);
  const text = cell?.textContent?.trim() ?? "";
  return text === "" || text === "–" ? null : text;
}
