/** How often a page asks by itself where the viewer's events do not reach it. */
const pollMs = 5000;

/** Keeps the `[data-live]` parts of a page of the viewer up to date: whenever the server says so, the page is read anew. */
export function followRun(): void {
  const place = document.querySelector<HTMLElement>("[data-events]")?.dataset["events"];
  if (place === undefined || !location.protocol.startsWith("http")) return;
  let reading = false;
  let again = false;
  const refresh = async (): Promise<void> => {
    again = reading;
    if (reading) return;
    reading = true;
    await readAnew().catch(() => {
      // The viewer is gone or busy: the next event, or the next poll, tries again.
    });
    reading = false;
    if (again) void refresh();
  };
  const events = new EventSource(place);
  events.addEventListener("change", () => void refresh());
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setInterval(() => void refresh(), pollMs);
  });
}

/** Only what differs is replaced, so that a selection or the focus elsewhere stays. A page that is no longer live is opened. */
async function readAnew(): Promise<void> {
  const answer = await fetch(location.href, { cache: "no-cache" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.redirected || fresh.querySelector("[data-live]") === null) {
    location.reload();
    return;
  }
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (next !== null && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
  }
}
