/** The style sheet of every page: light and dark by the reader's setting; colours of Okabe and Ito, safe for the colour-blind. */
export const style = `
:root{color-scheme:light dark;--paper:light-dark(#fff,#131519);--raised:light-dark(#f5f6f8,#1b1e23);
--ink:light-dark(#1a1c1f,#e3e5e8);--muted:light-dark(#585e67,#9ea5af);--rule:light-dark(#d9dce1,#32373f);
--link:light-dark(#00598c,#79bff0);--strategy:light-dark(#0072b2,#56b4e9);--market:light-dark(#8a9099,#89909a);
--loss:light-dark(#d55e00,#ef8a4c);--position:light-dark(#009e73,#35c39d);--good:light-dark(#0072b2,#56b4e9);
--bad:light-dark(#d55e00,#ef8a4c);--mark:light-dark(#fdf0e4,#3a2618);--alarm:light-dark(#a04000,#f3a270);
--up:light-dark(#0072b2,#2f86bd);--down:light-dark(#d55e00,#b9622c);--keyword:light-dark(#8a3d77,#e0a3cc);
--string:light-dark(#0b6b50,#74cfb0);--comment:light-dark(#646b75,#949ba6);--number:light-dark(#9a4a00,#eeb173)}
:root:has(#theme-light:checked){color-scheme:light}:root:has(#theme-dark:checked){color-scheme:dark}
.zh{display:none}:root:has(#lang-zh:checked) .en{display:none}:root:has(#lang-zh:checked) .zh{display:revert}
:root:has(#lang-zh:checked) tspan.zh{display:inline}
.switches{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:4px 18px;margin-bottom:4px;font-size:12.5px;color:var(--muted)}
.switches fieldset{display:flex;gap:2px;border:0;margin:0;padding:0}
.switches label{padding:1px 9px;border-radius:10px;cursor:pointer}
.switches label:has(:checked){background:var(--raised);color:var(--ink)}
.switches label:has(:focus-visible){outline:2px solid var(--link)}
.switches input,.unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0;opacity:0}
*{box-sizing:border-box}
body{margin:0 auto;padding:28px 32px 64px;max-width:1416px;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:26px;line-height:1.2;margin:6px 0 10px;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:18px;line-height:1.3;margin:44px 0 6px;padding-top:14px;border-top:1px solid var(--rule)}
h3{font-size:15px;margin:0 0 2px}
p{margin:6px 0 12px;max-width:100ch}
a{color:var(--link);text-underline-offset:2px;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code,pre,.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:13px}
a.term{color:inherit;text-decoration:underline dotted 1px;text-decoration-color:var(--muted)}
.tip{position:fixed;z-index:9;max-width:340px;padding:9px 13px;background:var(--ink);color:var(--paper);border-radius:6px;font-size:13px;
line-height:1.45;pointer-events:none}.tip dt{font-weight:600}.tip dd{margin:0}.tip .muted{color:inherit;opacity:.8}
.tip .muted::before,.glossary .muted::before{content:"["}.tip .muted::after,.glossary .muted::after{content:"]"}
.glossary dl{columns:3 300px;column-gap:30px;font-size:13px;margin:10px 0}.glossary div{break-inside:avoid;margin:0 0 8px}
.glossary dt{font-weight:600}.glossary dd{margin:0}.glossary div:target{background:var(--mark)}
table.sortable thead th button{all:unset;cursor:pointer}table.sortable thead th button:focus-visible{outline:2px solid var(--link)}
table.sortable th button.by{padding:0 2px;color:var(--muted)}table.sortable th:not([aria-sort]) button.by::after{content:" ↕"}
table.sortable [aria-sort=ascending] button::after{content:" ▴"}table.sortable [aria-sort=descending] button::after{content:" ▾"}
.explorer{margin:14px 0}.explorer .controls{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;font-size:13px}
.explorer button,.tool{font:inherit;font-size:13px;padding:3px 12px;border:1px solid var(--rule);border-radius:5px;background:var(--raised);color:var(--ink);cursor:pointer}
.explorer .open{padding:7px 16px;font-size:14px}.explorer button:focus-visible,.explorer .host:focus-visible{outline:2px solid var(--link)}
.explorer select{font:inherit;background:var(--paper);color:var(--ink);border:1px solid var(--rule);border-radius:4px}
.explorer .legend{display:flex;flex-wrap:wrap;gap:0 14px;margin:6px 0;max-width:none;font-size:12.5px;color:var(--muted);min-height:1.5em}
.explorer .legend i{display:inline-block;width:14px;height:3px;margin-right:5px;vertical-align:4px}.explorer .legend b{color:var(--ink);font-weight:500}.explorer .host{height:560px;max-height:80vh}
.tools{display:flex;gap:6px;justify-content:flex-end;opacity:0;transition:opacity .15s}figure:hover .tools,.tools:focus-within{opacity:1}
.tools .tool{font-size:11px;padding:0 8px}@media (hover:none){.tools{opacity:1}}@media print{.tools,.tool,.explorer,.weights,.filters{display:none}}
.muted,figcaption,caption{color:var(--muted)}
.small{font-size:13px}
p.small{max-width:120ch}
.nav{font-size:14px;color:var(--muted)}
.facts{display:flex;flex-wrap:wrap;gap:2px 26px;margin:8px 0 0;padding:0;font-size:14px}
.facts div{display:flex;gap:7px;min-width:0}
.facts dt{color:var(--muted);white-space:nowrap}
.facts dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:10px 0 4px;max-width:100%}
table{border-collapse:collapse;font-size:13.5px}
th,td{padding:5px 9px;text-align:right;white-space:nowrap;border-bottom:1px solid var(--rule)}
thead th{font-weight:600;vertical-align:bottom;color:var(--muted);border-bottom:1px solid var(--muted)}
th.l,td.l{text-align:left}
tbody th{font-weight:500;text-align:left}
.dense{font-size:13px}.dense th,.dense td{padding:5px 6px}
tr.group th{padding-top:16px;color:var(--muted);font-size:12px;text-transform:uppercase;letter-spacing:.06em}
.stick{position:sticky;left:0;background:var(--paper);z-index:1}
tr.best .stick,tr.best td{font-weight:600}
tr.baseline td,tr.baseline th{color:var(--muted)}
tr.failed td,tr.failed .stick{background:var(--mark)}
td.wrap{white-space:normal;min-width:24ch;max-width:80ch;text-align:left;overflow-wrap:anywhere}
td.few{min-width:19ch}
.tag{display:inline-block;padding:0 6px;margin-left:6px;border:1px solid var(--rule);border-radius:9px;font-size:11.5px;
font-weight:400;color:var(--muted);vertical-align:1px}
.callout{margin:16px 0;padding:12px 16px;border-left:4px solid var(--muted);background:var(--raised);overflow-wrap:anywhere}
.callout.good{border-color:var(--good)}.callout.bad{border-color:var(--bad)}
.callout p{margin:0;max-width:112ch}.callout p+p{margin-top:4px}
.verdict{font-size:17px}
.tiles{display:flex;flex-wrap:wrap;gap:10px;margin:12px 0;padding:0}
.tiles div{flex:1 1 118px;max-width:210px;padding:9px 13px;background:var(--raised);border-radius:6px}
.tiles dt{color:var(--muted);font-size:12.5px;line-height:1.35}
.tiles dd{margin:0;font-size:21px;line-height:1.4}
.stages{display:flex;flex-wrap:wrap;gap:4px;margin:12px 0;padding:0;list-style:none;font-size:13px}
.stages li{padding:3px 10px;border-radius:4px;background:var(--raised);color:var(--muted);border-bottom:3px solid var(--rule)}
.stages .past{color:var(--ink);border-color:var(--good)}
.stages .end{color:var(--ink);border-color:var(--bad);font-weight:600}
.heat td{text-align:center;padding:0;border:1px solid var(--paper);min-width:46px;background:var(--raised)}
.heat td a,.heat td span{display:block;padding:5px 6px;color:inherit;text-decoration:none}
.heat td a:hover{text-decoration:underline}
.heat td a+a{padding-top:0;font-size:11px}
.heat .up{background:color-mix(in srgb,var(--up) var(--m),var(--raised))}
.heat .down{background:color-mix(in srgb,var(--down) var(--m),var(--raised))}
.heat thead th{padding:6px 4px;border-bottom:0}
.turn{writing-mode:vertical-rl;transform:rotate(180deg);max-height:230px;display:inline-block;text-align:left;line-height:1.15}
.bar{position:relative;min-width:82px;padding-bottom:9px}
.bar i{position:absolute;left:10px;right:10px;bottom:4px;height:3px;background:linear-gradient(to right,var(--strategy) var(--m),var(--rule) 0)}
.bar b{color:var(--alarm);font-weight:600;margin-left:4px}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,400px),1fr));gap:26px 22px;margin:14px 0}
figure{margin:0;min-width:0;break-inside:avoid}
figure svg{display:block;width:100%;height:auto;overflow:visible}
figcaption{font-size:13px}
.plot text{fill:var(--muted);font:11px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.plot .grid{stroke:var(--rule);fill:none}
.one{max-width:860px}.one svg{min-width:560px}
.full svg{min-width:640px}
.key{max-width:none;display:inline-flex;flex-wrap:wrap;gap:2px 20px;font-size:13px;color:var(--muted)}
.key i{display:inline-block;width:18px;height:3px;margin-right:6px;vertical-align:4px;background:currentColor}
.code{margin:10px 0;padding:10px 0;background:var(--raised);border-radius:6px;overflow-x:auto;line-height:1.5;tab-size:2}
.code ol{list-style:none;margin:0;padding:0;min-width:max-content}
.code li{padding:0 16px 0 60px;position:relative;white-space:pre;min-height:1.5em}
.code li[data-n]::before{content:attr(data-n);position:absolute;left:0;width:44px;text-align:right;color:var(--muted);user-select:none}
.code .at{background:var(--mark)}
.code .note{color:var(--alarm);background:var(--mark);white-space:pre-wrap;max-width:min(1100px,calc(100vw - 64px));overflow-wrap:anywhere}
.k{color:var(--keyword)}.s{color:var(--string)}.c{color:var(--comment);font-style:italic}.n{color:var(--number)}
details{margin:10px 0;border:1px solid var(--rule);border-radius:6px}
summary{padding:8px 14px;cursor:pointer}
details>pre,details>div{margin:0;padding:10px 14px;border-top:1px solid var(--rule)}
details>pre,details>div>pre{white-space:pre-wrap;overflow-wrap:anywhere;max-width:110ch}
ul.plain{margin:6px 0;padding-left:20px}
footer{margin-top:56px;padding-top:12px;border-top:1px solid var(--rule);color:var(--muted);font-size:13px}
@media (max-width:640px){body{padding:18px 16px 48px}h1{font-size:22px}h2{margin-top:34px}.tiles div{flex-basis:130px}
.stick{max-width:150px;white-space:normal;overflow-wrap:break-word;padding-left:0}.tag{margin-left:4px}}
@media print{.switches{display:none}body{max-width:none;padding:0;font-size:11px}.scroll,.code{overflow:visible}h2{break-after:avoid}
.callout,.tiles div,.heat td{print-color-adjust:exact;-webkit-print-color-adjust:exact}.code li{white-space:pre-wrap}.code ol{min-width:0}}
`;
