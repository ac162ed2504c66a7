/** A page as an English reader sees it: without the Chinese pieces, and without the marks around the English ones. */
export function englishOf(page: string): string {
  return strip(page, "zh").replaceAll(/<span class="en" lang="en">/g, "<span>");
}

/** A page as a Chinese reader sees it. */
export function chineseOf(page: string): string {
  return strip(page, "en");
}

/** Takes out every `<span class="lang" …>…</span>` with all that it holds. */
function strip(page: string, lang: string): string {
  const open = `<span class="${lang}" lang="${lang}">`;
  let text = "";
  let from = 0;
  for (;;) {
    const start = page.indexOf(open, from);
    if (start < 0) return text + page.slice(from);
    text += page.slice(from, start);
    from = endOfSpan(page, start + open.length);
  }
}

/** Just after the end of the span whose inside begins there. */
function endOfSpan(page: string, start: number): number {
  const mark = /<(\/?)span\b[^>]*>/g;
  mark.lastIndex = start;
  for (let depth = 1; depth > 0; ) {
    const found = mark.exec(page);
    if (found === null) return page.length;
    depth += found[1] === "/" ? -1 : 1;
  }
  return mark.lastIndex;
}
