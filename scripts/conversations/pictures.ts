/**
 * Draws docs/pictures/NAME.png: conversations with the real bot as a reader sees them in Telegram.
 *
 *     npm run pictures [-- [NAME…] [--chromium PATH]]
 *
 * Each story of stories.ts, or each that is named, is played with the product over data/documents, on the Bot API server of the tests; what
 * the bot sends is laid out as a page in Telegram's manner, and pictured by Chromium (default: /usr/bin/chromium). Nothing but
 * these pictures is written, and none is removed. A story that can't be played, because a button is gone, say, ends it with an error.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openCamera } from './camera.ts';
import type { Camera } from './camera.ts';
import { openCast } from './cast.ts';
import type { Cast } from './cast.ts';
import { play } from './director.ts';
import { fontFacesFor } from './fonts.ts';
import { renderPage } from './page.ts';
import { withPalette } from './palette.ts';
import { STORIES } from './stories.ts';
import type { Story } from './stories.ts';

const FOLDER = 'docs/pictures';
/** Fewer would be seen. */
const COLOURS = 128;

/** @throws {Error} naming the stories, if one isn't among them. */
function storiesNamed(names: readonly string[]): readonly Story[] {
  const unknown = names.find((name) => STORIES.every((story) => story.name !== name));
  if (unknown !== undefined) {
    const known = STORIES.map(({ name }) => name).join(', ');
    throw new Error(`There is no story "${unknown}"; there are: ${known}.`);
  }
  return STORIES.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** A picture of a story as the bot plays it now. */
async function picture(story: Story, cast: Cast, camera: Camera): Promise<Buffer> {
  const screens = await play(story, cast);
  const css = await readFile(new URL('page.css', import.meta.url), 'utf8');
  const fontFaces = await fontFacesFor(renderPage(story.title.en, screens, { css, fontFaces: '' }));
  const page = renderPage(story.title.en, screens, { css, fontFaces });
  return withPalette(await camera.photograph(page), COLOURS);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: 'string', default: '/usr/bin/chromium' } },
});
const stories = storiesNamed(positionals);
const indexDirectory = await mkdtemp(join(tmpdir(), 'pirsyar-pictures-'));
const camera = await openCamera(values.chromium);
try {
  const cast = await openCast(indexDirectory);
  await mkdir(FOLDER, { recursive: true });
  for (const story of stories) {
    const file = join(FOLDER, `${story.name}.png`);
    await writeFile(file, await picture(story, cast, camera));
    process.stdout.write(`${file}  ${story.title.en}\n`);
  }
  cast.close();
} finally {
  await camera.close();
  await rm(indexDirectory, { recursive: true, force: true });
}
