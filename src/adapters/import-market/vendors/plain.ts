import type { Vendor } from "../vendor.ts";

/** Any table with a header that names a time and prices, or whose values tell which column is which. */
export const plain: Vendor = {
  id: "plain",
  title: "plain table of open, high, low, close",
  docs: null,
  sniff: () => 0.2,
  layout: () => ({}),
};
