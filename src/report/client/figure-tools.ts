import { wordElement } from "./words.ts";

/** Puts buttons under every picture of the page that save it: as SVG with the colours of the moment, and as PNG. */
export function offerDownloads(): void {
  for (const picture of document.querySelectorAll<SVGSVGElement>("figure svg")) {
    const tools = document.createElement("div");
    tools.className = "tools";
    tools.append(
      toolButton("exploreSvg", () =>
        save(new Blob([standalone(picture)], { type: "image/svg+xml" }), nameOf(picture, "svg")),
      ),
      toolButton("explorePng", () => void savePng(picture)),
    );
    picture.after(tools);
  }
}

/** Puts a button beside the code that copies it. */
export function offerCopying(): void {
  for (const code of document.querySelectorAll<HTMLElement>("div.code")) {
    const button = toolButton("exploreCopy", () => {
      const text = Array.from(code.querySelectorAll("li[data-n]"), (line) => line.textContent).join("\n");
      void navigator.clipboard?.writeText(text).then(() => button.replaceChildren(wordElement("exploreCopied")));
    });
    if (navigator.clipboard !== undefined) code.before(button);
  }
}

function toolButton(key: Parameters<typeof wordElement>[0], act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.append(wordElement(key));
  button.addEventListener("click", act);
  return button;
}

const painted = ["fill", "stroke", "color", "font-family", "font-size", "font-weight"] as const;

/** The picture as a file of its own: colours and fonts that the page's styles gave stand in it, hidden words do not. */
export function standalone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const own = [picture, ...picture.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  own.forEach((element, i) => {
    const style = getComputedStyle(element);
    const mark = copies[i];
    if (mark === undefined) return;
    if (style.display === "none") mark.remove();
    for (const name of painted) mark.style.setProperty(name, style.getPropertyValue(name));
  });
  const { width, height } = picture.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}

/** Twice the size in pixels. */
async function savePng(picture: SVGSVGElement): Promise<void> {
  const { width, height } = picture.viewBox.baseVal;
  const image = new Image();
  const address = URL.createObjectURL(new Blob([standalone(picture)], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
    const context = canvas.getContext("2d");
    if (context === null) return;
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob !== null && save(blob, nameOf(picture, "png")));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function nameOf(picture: SVGSVGElement, ending: string): string {
  const words = picture.getAttribute("aria-label")?.split(" / ")[0] ?? "chart";
  return `${words.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}.${ending}`;
}
