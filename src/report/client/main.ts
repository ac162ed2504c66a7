import { offerExplorer } from "./explore.ts";
import { offerCopying, offerDownloads } from "./figure-tools.ts";
import { offerFilters } from "./filter-rows.ts";
import { followRun } from "./follow-run.ts";
import { rememberSwitches } from "./remember-switches.ts";
import { sortTables } from "./sort-tables.ts";
import { showTips } from "./tips.ts";
import { weighAnew } from "./weigh.ts";

// What a page can do beyond being read. Every part finds its own elements and does nothing where there are none.
//
// What pages offer to it:
// - `table.sortable`: headings become buttons; a cell states its number in `data-v`, empty where it has none.
// - `table#rows` of a ranking has one `tbody tr` a model with `data-model`, `data-rank` (empty: not ranked), `data-trading`,
//   `data-quiz`, `data-engineering` (points; empty: none, and a baseline's quiz and engineering count as 0 in the overall
//   score), `data-se-trading`, `data-se-quiz`, `data-se-engineering` (standard errors, points), `data-baseline`
//   (true or false), `data-open` (true, false or empty: not known), `data-params` (billions, empty: not known) and
//   `data-tags` (a JSON list). In it `td.rank` holds the rank and `td.overall` the overall score.
// - `.weights[hidden][data-for=rows]` has `input[type=range][name]` trading, quiz, engineering (0 to 100; those of parts
//   that the run lacks are left out) at the published weights, an `output` beside each, `button[name=reset]`, and
//   `output[name=moved]` for how many rows stand elsewhere. Shares are each range over the sum of all.
// - `.filters[hidden][data-for=rows]` has `select[name=tag]`, `select[name=open]` (values "", "true", "false"),
//   `select[name=params]` (values "", or an upper bound in billions), `input[type=checkbox][name=baselines]`, and
//   `output[name=shown]` for how many rows are left.
// Both stay hidden where no script runs.
// - `script.path-data` (charts/explore-data.ts), one a back-test, and one `.explorer[hidden]` where their chart is to open.
rememberSwitches();
sortTables();
showTips();
followRun();
offerExplorer();
weighAnew();
offerFilters();
offerDownloads();
offerCopying();
