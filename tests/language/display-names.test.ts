import { describe, expect, it } from 'vitest';

import { displayNameEntries } from '../../src/language/display-names.ts';

const entries = displayNameEntries();

describe('the names of countries and languages', () => {
  it.each([
    [['canada'], ['کهن']],
    [['switzerland'], ['سویس']],
    [['kurdish'], ['کورد']],
  ])('hold %j as %j', (english, [sorani = '']) => {
    const entry = entries.find(
      (one) => one.kind === 'translation' && one.english.join(' ') === english.join(' '),
    );
    expect(entry).toMatchObject({ kind: 'translation', name: true });
    expect(JSON.stringify(entry)).toContain(sorani);
  });

  it('are names, each with a headword and one equivalent in Arabic letters', () => {
    expect(entries.length).toBeGreaterThan(250);
    for (const entry of entries) {
      if (entry.kind !== 'translation') throw new Error('A country is no synonym.');
      expect(entry.name).toBe(true);
      expect(entry.english).not.toEqual([]);
      expect(entry.sorani.flat().join('')).toMatch(/^[\p{Script=Arabic}0-9]+$/u);
    }
  });
});
