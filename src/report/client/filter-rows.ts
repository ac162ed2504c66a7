/** The filters of a ranking: rows by tag, by open weights, by size, with or without baselines. */
export function offerFilters(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".filters[data-for]")) {
    const table = document.getElementById(box.dataset["for"] ?? "");
    const body = table instanceof HTMLTableElement ? table.tBodies[0] : undefined;
    if (body === undefined) continue;
    const rows = [...body.rows].filter((row) => row.dataset["model"] !== undefined);
    const apply = (): void => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !wanted(row, box);
        if (!row.hidden) shown++;
      }
      const output = box.querySelector<HTMLOutputElement>("output[name=shown]");
      if (output !== null) output.value = String(shown);
    };
    box.addEventListener("change", apply);
    box.hidden = false;
    apply();
  }
}

function wanted(row: HTMLTableRowElement, box: HTMLElement): boolean {
  const chosen = (name: string): string => box.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";
  const { baseline, open, params = "", tags = "[]" } = row.dataset;
  if (baseline === "true") return box.querySelector<HTMLInputElement>("input[name=baselines]")?.checked ?? true;
  if (chosen("tag") !== "" && !(JSON.parse(tags) as readonly string[]).includes(chosen("tag"))) return false;
  if (chosen("open") !== "" && open !== chosen("open")) return false;
  return chosen("params") === "" || (params !== "" && Number(params) <= Number(chosen("params")));
}
