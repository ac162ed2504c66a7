/** The points that path data of M, L, l, H, h, V, v goes through, piece by piece; z goes back to the start. */
export function pathPoints(data: string): readonly (readonly (readonly [x: number, y: number])[])[] {
  const pieces: (readonly [number, number])[][] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of data.matchAll(/([MLlHhVvz])([^MLlHhVvz]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const pairs = "Hh".includes(command)
      ? numbers.map((value) => [value, relative ? 0 : y] as const)
      : "Vv".includes(command)
        ? numbers.map((value) => [relative ? 0 : x, value] as const)
        : Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const);
    if (command === "M") pieces.push([]);
    for (const [a, b] of pairs) {
      [x, y] = relative ? [x + a, y + b] : [a, b];
      pieces.at(-1)?.push([Math.round(10 * x) / 10, Math.round(10 * y) / 10]);
    }
  }
  return pieces;
}
