import { exploreWords } from "../dictionary/explore.ts";

/** A phrase in the language that the page shows now. */
export function word(key: keyof typeof exploreWords): string {
  return exploreWords[key][document.documentElement.lang === "zh" ? 1 : 0];
}

/** An element with a phrase in both languages, which the page's switch shows one of. */
export function wordElement(key: keyof typeof exploreWords): DocumentFragment {
  const fragment = document.createDocumentFragment();
  exploreWords[key].forEach((text, i) => {
    const span = document.createElement("span");
    span.className = i === 0 ? "en" : "zh";
    span.lang = span.className;
    span.textContent = text;
    fragment.append(span);
  });
  return fragment;
}

/** Calls `redo` whenever the language or the colours of the page change. */
export function onSwitch(redo: () => void): void {
  for (const input of document.querySelectorAll(".switches input")) input.addEventListener("change", () => redo());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redo());
}

/** What a colour variable of the page is now, as the canvas wants it. */
export function colorOf(name: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
