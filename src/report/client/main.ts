import { rememberSwitches } from "./remember-switches.ts";
import { sortTables } from "./sort-tables.ts";
import { showTips } from "./tips.ts";

// What a page can do beyond being read. Every part finds its own elements and does nothing where there are none.
rememberSwitches();
sortTables();
showTips();
