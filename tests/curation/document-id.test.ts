import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { idOf, nameDocument } from '../../src/curation/document-id.ts';

describe('the name of a file', () => {
  it.each([
    ['statement.ckb.txt', 'statement', false, 'as documents are named'],
    ['Water notice.docx', 'water-notice', false, 'spaces'],
    ['water_notice.EN.pdf', 'water-notice', true, 'a rendition, in capitals'],
    ['Water notice (2).docx', 'water-notice', false, 'saved before'],
    ['Water notice.en (1).docx', 'water-notice', true, 'a rendition, saved before'],
    ['ئاگاداری.pdf', 'agadari', false, 'Kurdish letters'],
    ['ڕاگەیێندراوی هاوبەش.html', 'rageyendrawi-hawbes', false, 'letters with marks lose them'],
    ['../../etc/passwd.txt', 'passwd', false, 'a path'],
    ['C:\\files\\a.md', 'a', false, 'a path of Windows'],
    ['...', 'document', false, 'nothing to name it by'],
    ['report.2021.pdf', 'report-2021', false, 'a dot within'],
    ['en.txt', 'en', false, 'named en'],
  ])('%s gives %s (rendition: %s): %s', (name, id, isRendition, _reason) => {
    expect(nameDocument(name)).toMatchObject({ id, isRendition });
  });

  it('gives a safe id whatever it is, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { id } = nameDocument(name);
        expect(id).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/u);
        expect(idOf(id)).toBe(id);
      }),
    );
  });
});
