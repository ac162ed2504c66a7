import type { Vendor } from "../vendor.ts";
import { cellsOf, isHeader } from "./signs.ts";

/** Google Finance's old CSV: `31-Dec-10`, newest first; and the sheet function's `1/2/2020 16:00:00`, the time of the close. */
export const google: Vendor = {
  id: "google",
  title: "Google Finance",
  docs: "https://support.google.com/docs/answer/3093281",
  sniff(sample) {
    if (!isHeader(sample, "date,open,high,low,close,volume")) return 0;
    const dates = cellsOf(sample, 0);
    if (dates.every((cell) => cell === "" || /^\d{1,2}-[A-Z][a-z]{2}-\d{2}$/.test(cell))) return 0.8;
    return dates.every((cell) => /^\d{1,2}\/\d{1,2}\/\d{4} 1[36]:00:00$/.test(cell)) ? 0.7 : 0;
  },
  layout: (sample) => ({
    // Sheets of other countries than the United States write 02/01/2020 with its zeros, the day first or not.
    ...(cellsOf(sample, 0).some((cell) => /^\d\/|\/\d\//.test(cell)) ? { dateOrder: "month-first" as const } : {}),
    adjustment: "splits",
    volumeUnit: "shares",
  }),
};
