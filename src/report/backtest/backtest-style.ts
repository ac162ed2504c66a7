/** Rules of the pages of back-tests, beside those of the page of an attempt. */
export const backtestStyle = `
.beside.tables{grid-template-columns:minmax(0,auto) minmax(0,auto);justify-content:start;gap:0 48px}
.long .scroll{max-height:640px;overflow:auto}.long thead th{position:sticky;top:0;background:var(--paper);z-index:1}
figure h3{overflow-wrap:anywhere}
@media (max-width:900px){.beside.tables{grid-template-columns:minmax(0,1fr)}}
@media print{.long .scroll{max-height:none}}
`;
