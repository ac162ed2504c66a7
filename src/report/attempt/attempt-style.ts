/** Rules of the page of an attempt, beside those of every page. */
export const attemptStyle = `
h4{font-size:14px;margin:14px 0 2px}
figure h3,figure h4{margin-top:0}
.does h2,.trusts h2{border:0;padding:0;margin:22px 0 4px}
.does p{font-size:15.5px}
.trust{list-style:none;margin:6px 0 12px;padding:0;max-width:112ch}
.trust li{display:flex;gap:10px;padding:4px 0;border-top:1px solid var(--rule)}
.trust li:first-child{border-top:0}
.trust .sign{flex:none;width:1.4em;text-align:center;color:var(--muted)}
.trust .good .sign{color:var(--good)}.trust .bad .sign{color:var(--alarm)}
.trust .term{font-weight:600;margin-right:4px}
.key b{margin-right:5px;font-weight:700}
.key i.dashed{background:repeating-linear-gradient(to right,currentColor 0 5px,transparent 5px 8px)}
.beside{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:10px 34px;align-items:start}
.charts .wide{min-width:0}.charts>div>h4{margin-top:0}
@media (min-width:900px){.charts .wide{grid-column:span 2}}
.dense thead th{white-space:normal;min-width:5.5ch;max-width:13ch}.dense thead th.l{max-width:none}.dense thead .zh{word-break:keep-all}
.pair .scroll{max-height:440px;overflow:auto}.pair thead th{position:sticky;top:0;background:var(--paper);z-index:1}
.pair{display:grid;grid-template-columns:minmax(0,auto) minmax(0,auto);gap:0 34px;justify-content:start}
.tabs{display:flex;flex-wrap:wrap;gap:6px;border:0;margin:6px 0 14px;padding:0}
.tabs legend{padding:0;margin-bottom:6px;font-size:13px;color:var(--muted)}
.tabs label{padding:4px 12px;border:1px solid var(--rule);border-radius:6px;cursor:pointer;font-size:14px}
.tabs label:has(:checked){background:var(--raised);border-color:var(--strategy);box-shadow:inset 0 -2px var(--strategy)}
.tabs label:has(:focus-visible){outline:2px solid var(--link);outline-offset:1px}
.tabs input{position:absolute;opacity:0;width:1px;height:1px}
.path{display:none}
label[for^=path-]{cursor:pointer;text-decoration:underline dotted 1px;text-decoration-color:var(--muted)}
.excerpt{margin:10px 0 4px;background:var(--paper);padding:6px 0}
.code li:target{background:var(--mark)}
@media (max-width:900px){.beside,.pair{grid-template-columns:minmax(0,1fr)}}
@media print{.path{display:block}.tabs{display:none}.path h3{break-before:page}.pair .scroll{max-height:none}
.full svg,.one svg{min-width:0}.beside,.pair{grid-template-columns:minmax(0,1fr)}.charts{grid-template-columns:1fr 1fr;gap:14px}
.dense{font-size:8px}.dense th,.dense td{padding:2px 3px;white-space:normal}.dense thead th{min-width:0}.dense button::after{content:none!important}
.pair thead th{position:static}.dense .tag{margin-left:2px;padding:0 2px;font-size:7px}.heat td{min-width:26px}.heat td span{padding:3px}}
`;
