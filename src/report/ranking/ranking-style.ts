/** Rules of the ranking page and of the pages of models, tasks and pairs, beside those of every page. */
export const rankingStyle = `
svg.cell{display:inline-block;vertical-align:middle;overflow:visible}
td.drawn,th.drawn{padding:0 4px;position:relative}
td.drawn+td{padding-left:2px}
.controls{display:flex;flex-wrap:wrap;gap:14px 34px;margin:12px 0;font-size:13.5px}
.controls>*{border:1px solid var(--rule);border-radius:6px;padding:8px 14px;display:flex;flex-wrap:wrap;gap:6px 16px;align-items:center;margin:0}
.controls>[hidden]{display:none}
.controls legend,.controls .head{font-weight:600;padding:0;float:none}
.controls label{display:flex;gap:7px;align-items:center}
.controls input[type=range]{width:120px;accent-color:var(--strategy)}
.controls select,.controls button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--rule);border-radius:4px;padding:2px 8px}
.controls output{min-width:4ch;font-variant-numeric:tabular-nums}
td.moved{font-weight:600}td.rose{color:var(--good)}td.fell{color:var(--alarm)}
td.rose::before{content:"▴ "}td.fell::before{content:"▾ "}
th:has(>.unseen),th:has(>button>.unseen){position:relative}
tr[hidden]{display:none}
.row-best .stick,.row-best td{font-weight:600}
ul.attempts{margin:4px 0;padding-left:20px;columns:3 300px}
ul.attempts li{overflow-wrap:anywhere;break-inside:avoid}
.line-key{display:flex;flex-wrap:wrap;gap:4px 6px;border:0;margin:10px 0;padding:0;font-size:13px}
.line-key label{display:flex;gap:7px;align-items:center;padding:2px 10px;border:1px solid var(--rule);border-radius:12px;cursor:pointer}
.line-key label:has(:checked){background:var(--raised);border-color:var(--ink)}
.line-key label:has(:focus-visible){outline:2px solid var(--link)}
.line-key input{position:absolute;width:1px;height:1px;margin:0;opacity:0}
.heat td span.en,.heat td span.zh{padding:0}.heat td span.en{display:inline}.heat td span.zh{display:none}
:root:has(#lang-zh:checked) .heat td span.en{display:none}:root:has(#lang-zh:checked) .heat td span.zh{display:inline}
.heat td.l{padding:5px 9px;text-align:left}
.dense thead th{white-space:normal;max-width:13ch;word-break:keep-all}.dense thead th.stick{max-width:none}
.bar{min-width:62px}td.few{min-width:34ch}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,560px),1fr));gap:0 40px}.columns>*{min-width:0}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,600px),1fr));gap:26px 32px;margin:14px 0}
.pictures figure svg,.pictures .scroll{min-width:0}.pictures .plot{min-width:560px}
.pictures .tall{grid-row:span 3}.pictures{align-items:start}
.heat td a+a{display:inline-block;padding:0 4px 4px}
#rows th,#rows td{padding-left:4.5px;padding-right:4.5px}
.small-plot{max-width:560px;margin-top:14px}.small-plot svg{min-width:0}
.key b{margin-right:6px}
`;
