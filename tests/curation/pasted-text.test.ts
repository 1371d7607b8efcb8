import { describe, expect, it } from 'vitest';

import { joinParts, PastedText } from '../../src/curation/pasted-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const LONG = 'وشە '.repeat(1000).trim();

describe('a text that is pasted in parts', () => {
  it('is whole when it ends, in any process', async () => {
    const pasted = new PastedText(folder);
    expect(await pasted.add(7, { message: 1, text: 'بێ سەرەتا' })).toBeNull();
    await pasted.begin(7);
    expect(await pasted.isBegun(7)).toBe(true);
    expect(await pasted.isBegun(8)).toBe(false);
    expect(await pasted.add(7, { message: 2, text: 'یەک.' })).toBe(1);
    expect(await pasted.add(7, { message: 3, text: 'دوو.' })).toBe(2);
    // Handled once more after a kill.
    expect(await new PastedText(folder).add(7, { message: 3, text: 'دوو.' })).toBe(2);
    expect(await pasted.text(7)).toBe('یەک.\n\nدوو.');
    await pasted.end(7);
    expect(await pasted.text(7)).toBeNull();
  });

  it.each([
    [['یەک.', 'دوو.'], 'یەک.\n\nدوو.', 'paragraphs'],
    [[LONG, 'دوو.'], `${LONG}\nدوو.`, 'cut by the client'],
    [[`${LONG}.`, 'دوو.'], `${LONG}.\n\nدوو.`, 'cut where a sentence ends'],
    [[], '', 'nothing'],
  ])('%# is joined: %s', (parts, whole, _reason) => {
    expect(joinParts(parts)).toBe(whole);
  });
});
