/** Rules of the list of runs and of the page of a run that is going on. */
export const runsStyle = `
.state{display:inline-block;padding:0 8px;border:1px solid var(--rule);border-radius:9px;font-size:12px;color:var(--muted)}
.state.running{border-color:var(--link);color:var(--link)}.state.incomplete,.state.damaged{border-color:var(--alarm);color:var(--alarm)}
td.done{min-width:13ch}td.done progress,.whole progress{display:block;width:100%;height:5px;margin-top:3px;border:0;border-radius:3px;background:var(--rule);
appearance:none;overflow:hidden}td.done progress::-webkit-progress-bar,.whole progress::-webkit-progress-bar{background:var(--rule)}
td.done progress::-webkit-progress-value,.whole progress::-webkit-progress-value{background:var(--strategy)}
td.done progress::-moz-progress-bar,.whole progress::-moz-progress-bar{background:var(--strategy)}
.whole{max-width:760px;margin:10px 0 18px}.whole progress{height:8px}
`;
