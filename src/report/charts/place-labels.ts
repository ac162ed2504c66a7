/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A dot that wants its name beside it. */
export interface LabelledDot {
  readonly x: number;
  readonly y: number;
  /** Radius, pixels. */
  readonly radius: number;
  /** Width of the name, pixels. */
  readonly width: number;
}

/** Where a name stands. */
export interface LabelPlace {
  readonly box: Box;
  /** True where the name is too far from its dot to be read as its own: a line joins them. */
  readonly leader: boolean;
}

/** Height of a line of text in a picture, pixels. */
export const labelHeight = 13;

/** Directions in the order of preference: right, left, above, below, and between. */
const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];
const reaches = [3, 9, 18, 30, 46, 66, 90];

/**
 * A place for the name of each dot, the first dots first: beside it, or further off with a leader. No name covers
 * another or a dot, and none leaves the frame; lines are crossed only where there is no place without. null where there
 * is no place at all.
 */
export function placeLabels(
  dots: readonly LabelledDot[],
  frame: Box,
  lines: readonly Box[] = [],
): readonly (LabelPlace | null)[] {
  const occupied = dots.map(dotBox);
  return dots.map((dot) => {
    const free = (box: Box): boolean => within(box, frame) && !occupied.some((other) => overlap(box, other));
    const clear = (box: Box): boolean => free(box) && !lines.some((line) => overlap(box, line));
    const place = firstPlace(dot, clear, 3) ?? firstPlace(dot, free, reaches.length);
    if (place !== null) occupied.push(place.box);
    return place;
  });
}

/** The first place that will do, nearest first, within so many of the reaches. */
function firstPlace(dot: LabelledDot, fits: (box: Box) => boolean, count: number): LabelPlace | null {
  for (const reach of reaches.slice(0, count)) {
    for (const direction of directions) {
      const box = boxAt(dot, direction, reach);
      if (fits(box)) return { box, leader: reach > 9 };
    }
  }
  return null;
}

/** True where two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The square around a dot. */
export function dotBox({ x, y, radius }: LabelledDot): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** Width of a text of 11 pixels, about: letters 6.2, Chinese characters 11. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 11 : 6.2;
  return width;
}

function boxAt(dot: LabelledDot, [dx, dy]: readonly [number, number], reach: number): Box {
  const gap = dot.radius + reach;
  const left = dx > 0 ? dot.x + gap : dx < 0 ? dot.x - gap - dot.width : dot.x - dot.width / 2;
  const top = dy > 0 ? dot.y + gap : dy < 0 ? dot.y - gap - labelHeight : dot.y - labelHeight / 2;
  return { left, right: left + dot.width, top, bottom: top + labelHeight };
}

function within(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}
