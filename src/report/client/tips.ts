/** Shows the glossary's entry of a term that is pointed at or has the focus, in one box beside it; Escape closes it. */
export function showTips(): void {
  const box = document.createElement("div");
  box.className = "tip";
  box.id = "tip";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  const show = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.term") : null;
    const entry = link === null ? null : document.querySelector(link.hash);
    if (link === null || entry === null) return;
    box.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    box.hidden = false;
    link.setAttribute("aria-describedby", box.id);
    place(box, link.getBoundingClientRect());
  };
  const hide = (): void => {
    box.hidden = true;
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("pointerout", hide);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

/** Under the term, or above it where there is no room; never beyond the window. */
function place(box: HTMLElement, at: DOMRect): void {
  const gap = 6;
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(gap, Math.min(at.left, innerWidth - width - gap));
  const below = at.bottom + gap;
  box.style.left = `${left}px`;
  box.style.top = `${below + height > innerHeight ? Math.max(gap, at.top - height - gap) : below}px`;
}
