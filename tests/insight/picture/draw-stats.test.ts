import { loadImage, createCanvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';

import { createCalendar } from '../../../src/insight/days.ts';
import { drawStats } from '../../../src/insight/picture/draw-stats.ts';
import { summarise } from '../../../src/insight/stats.ts';
import { asked, DAY, insightWords, NOON } from '../fixtures.ts';

const COLOURS = { answered: '0,114,178', refused: '233,164,0', down: '140,29,64' };
const PAPER = '246,245,241';

const stats = summarise(
  [
    asked(),
    asked({ status: 'not-in-document' }),
    asked({ vote: 'down' }),
    asked({ at: NOON - 6 * DAY, questionLanguage: 'en' }),
  ],
  createCalendar().lastDays(7, NOON),
);

it.each(['ckb', 'en'] as const)('is drawn on paper of its own, in %s', async (language) => {
  const picture = await drawStats(stats, insightWords(language), { language });
  const colours = await coloursOf(picture ?? Buffer.alloc(0));
  expect(colours.size).toEqual([1280, 720]);
  expect(colours.at(3, 3)).toBe(PAPER);
  // The last day has all three, one above the other: at the left where one reads from the right.
  const column = Array.from({ length: 420 }, (_, row) =>
    colours.at(language === 'ckb' ? 450 : 830, 216 + row),
  );
  expect(Object.values(COLOURS).map((colour) => column.lastIndexOf(colour) > 0)).toEqual([
    true,
    true,
    true,
  ]);
  expect(column.lastIndexOf(COLOURS.answered)).toBeGreaterThan(column.lastIndexOf(COLOURS.refused));
  expect(column.lastIndexOf(COLOURS.refused)).toBeGreaterThan(column.lastIndexOf(COLOURS.down));
  // The title begins where one begins to read.
  expect(colours.darkIn(language === 'ckb' ? 1100 : 40, 30, 140, 45)).toBeGreaterThan(300);
  expect(colours.darkIn(language === 'ckb' ? 40 : 1100, 30, 140, 45)).toBe(0);
});

it('is drawn of nothing, too', async () => {
  const nothing = summarise([], createCalendar().lastDays(7, NOON));
  const picture = await drawStats(nothing, insightWords('ckb'), { language: 'ckb' });
  expect(picture?.subarray(1, 4).toString()).toBe('PNG');
});

async function coloursOf(picture: Buffer): Promise<{
  size: number[];
  at: (x: number, y: number) => string;
  darkIn: (x: number, y: number, width: number, height: number) => number;
}> {
  const image = await loadImage(picture);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return {
    size: [image.width, image.height],
    at: (x, y) => context.getImageData(x, y, 1, 1).data.slice(0, 3).join(','),
    darkIn: (x, y, width, height) =>
      context
        .getImageData(x, y, width, height)
        .data.filter((value, index) => index % 4 === 0 && value < 100).length,
  };
}
