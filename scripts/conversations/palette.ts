import { decodePng, encodePng } from './png.ts';

/** A colour 0xRRGGBB and how many pixels have it. */
interface Colour {
  readonly code: number;
  readonly count: number;
}

const SHIFTS = [16, 8, 0] as const;

/**
 * The same picture with few colours, for about a third of the bytes: a page has few of them, but for the edges of its letters. Colours that
 * become one become the most frequent of them, so that plain areas stay exactly as they are.
 *
 * @param most how many colours, 2 to 256.
 */
export function withPalette(png: Buffer, most: number): Buffer {
  const image = decodePng(png);
  const counts = new Map<number, number>();
  for (const code of image.colours) counts.set(code, (counts.get(code) ?? 0) + 1);
  const boxes = divide(
    Array.from(counts, ([code, count]) => ({ code, count })),
    most,
  );
  const chosen = new Map<number, number>();
  for (const box of boxes) {
    const { code } = mostFrequent(box);
    for (const colour of box) chosen.set(colour.code, code);
  }
  const colours = image.colours.map((code) => chosen.get(code) ?? code);
  return encodePng({ ...image, colours }, [...new Set(chosen.values())]);
}

/** Groups of like colours, at most so many: the group with most to lose is cut in two, again and again (median cut). */
function divide(colours: readonly Colour[], most: number): readonly (readonly Colour[])[] {
  const boxes = [colours];
  while (boxes.length < most) {
    const [next] = boxes.toSorted((left, right) => loss(right) - loss(left));
    if (next === undefined || next.length < 2) break;
    boxes.splice(boxes.indexOf(next), 1, ...cut(next));
  }
  return boxes;
}

/** How much is lost where a group becomes one colour: its spread, and by how many pixels it would be seen. */
function loss(box: readonly Colour[]): number {
  const strays = total(box) - mostFrequent(box).count;
  return spread(box, widest(box)) ** 2 * Math.sqrt(strays);
}

function cut(box: readonly Colour[]): readonly (readonly Colour[])[] {
  const shift = widest(box);
  const sorted = box.toSorted((left, right) => channel(left, shift) - channel(right, shift));
  const [low, high] = [channel(sorted[0], shift), channel(sorted.at(-1), shift)];
  const middle = sorted.findIndex((colour) => channel(colour, shift) > (low + high) / 2);
  return [sorted.slice(0, middle), sorted.slice(middle)];
}

/** Of red, green and blue, the one in which a group differs most. */
function widest(box: readonly Colour[]): number {
  const [shift = 0] = SHIFTS.toSorted((left, right) => spread(box, right) - spread(box, left));
  return shift;
}

function spread(box: readonly Colour[], shift: number): number {
  let [low, high] = [255, 0];
  for (const colour of box) {
    low = Math.min(low, channel(colour, shift));
    high = Math.max(high, channel(colour, shift));
  }
  return high - low;
}

function channel(colour: Colour | undefined, shift: number): number {
  return ((colour?.code ?? 0) >> shift) & 255;
}

function total(box: readonly Colour[]): number {
  return box.reduce((sum, { count }) => sum + count, 0);
}

function mostFrequent(box: readonly Colour[]): Colour {
  return box.reduce((best, colour) => (colour.count > best.count ? colour : best));
}
