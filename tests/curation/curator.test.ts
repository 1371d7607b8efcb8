import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { ExtractedText, Extraction } from '../../src/corpus/extraction/extraction.ts';
import { createCurator } from '../../src/curation/curator.ts';
import type { Curator } from '../../src/curation/curator.ts';
import type { Proposal, Refusal } from '../../src/curation/proposal.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
let count = 0;

const WATER =
  'ئاگاداری دەربارەی ئاو\n\nئاوی شار سبەی دەبڕێت. تکایە ئاو هەڵبگرن.\n\nبۆ زانیاری زیاتر پەیوەندیمان پێوە بکەن.';
const WATER_EN =
  'Notice on water\n\nThe water of the city will be cut tomorrow. Please store water.\n\nContact us to learn more.';

/** A curator whose files hold their own text, so that only what it makes of them is tried. */
function curator(read: Partial<ExtractedText> = {}): { curator: Curator; directory: string } {
  count += 1;
  const directory = join(folder, String(count));
  writeFiles(join(directory, 'documents'), { 'old.ckb.txt': 'ڕستەیەکی کۆن لێرەیە.' });
  const extract = async ({ bytes }: { bytes: Uint8Array }): Promise<Extraction> => {
    const text = new TextDecoder().decode(bytes);
    if (text === '') return { problem: 'empty' };
    return {
      extracted: { format: 'docx', text, title: null, pages: 2, warnings: [], ...read },
    };
  };
  const made = createCurator({
    documentsDirectory: join(directory, 'documents'),
    uploadsDirectory: join(directory, 'state', 'documents'),
    incomingDirectory: join(directory, 'state', 'incoming'),
    extract,
    now: () => (count += 1),
  });
  return { curator: made, directory };
}

async function proposalOf(made: Curator, name: string, text: string): Promise<Proposal> {
  const intake = await made.receive({ name, bytes: Buffer.from(text), by: 7 });
  if (!('proposal' in intake)) throw new Error(intake.refusal.reason);
  return intake.proposal;
}

async function refusalOf(made: Curator, name: string, text: string): Promise<Refusal> {
  const intake = await made.receive({ name, bytes: Buffer.from(text), by: 7 });
  if (!('refusal' in intake)) throw new Error('it was taken');
  return intake.refusal;
}

describe('a file that is new', () => {
  it('is shown as it was read, and becomes a document when it is added', async () => {
    const { curator: made, directory } = curator();
    const proposal = await proposalOf(made, 'Water notice.docx', WATER);
    expect(proposal).toMatchObject({
      kind: 'new',
      document: 'water-notice',
      title: 'ئاگاداری دەربارەی ئاو',
      language: 'ckb',
      pages: 2,
      paragraphs: 3,
      sentences: 4,
      words: 16,
      warnings: [],
    });
    expect(proposal.sample).toContain('ئاوی شار سبەی دەبڕێت.');
    expect((await made.list()).map(({ id }) => id)).toEqual(['old']);
    const added = { document: 'water-notice', kind: 'new', title: 'ئاگاداری دەربارەی ئاو' };
    expect(await made.add(proposal.key)).toEqual({ added });
    expect(await made.list()).toMatchObject([
      { id: 'old' },
      { id: 'water-notice', title: { ckb: added.title }, passages: 3, hasRendition: false },
    ]);
    expect(readdirSync(join(directory, 'state', 'incoming'))).toEqual([]);
    expect(await made.add(proposal.key)).toEqual({ gone: true });
  });

  it('is forgotten when it is dropped', async () => {
    const { curator: made } = curator();
    const { key } = await proposalOf(made, 'a.txt', WATER);
    expect(await made.drop(key)).toBe('a');
    expect(await made.drop(key)).toBeNull();
    expect(await made.add(key)).toEqual({ gone: true });
    expect(await made.add('../../../etc/pass')).toEqual({ gone: true });
  });

  it('is forgotten with its sender, as is what they have begun to paste', async () => {
    const { curator: made, directory } = curator();
    const { key } = await proposalOf(made, 'a.txt', WATER);
    await made.receive({ name: 'b.txt', bytes: Buffer.from(`${WATER} باشە.`), by: 8 });
    await made.pasted.begin(7);
    await made.forget(7);
    expect(await made.add(key)).toEqual({ gone: true });
    expect(await made.waiting(8)).toHaveLength(1);
    expect(readdirSync(join(directory, 'state', 'incoming'))).toHaveLength(1);
  });

  it('waits through a restart, and is judged anew when it is added', async () => {
    const { curator: made } = curator();
    const first = await proposalOf(made, 'one.txt', WATER);
    const second = await proposalOf(made, 'two.txt', WATER);
    expect(await made.add(first.key)).toHaveProperty('added');
    expect(await made.add(second.key)).toEqual({
      refusal: { reason: 'duplicate', document: 'one' },
      name: 'two',
    });
    expect(await made.waiting(7)).toEqual([]);
  });

  it('is added once, however often it is tapped, sent or begun anew after a kill', async () => {
    const { curator: made, directory } = curator();
    const { key } = await proposalOf(made, 'a.txt', WATER);
    const again = await proposalOf(made, 'a.txt', WATER);
    expect(await made.waiting(7)).toEqual([again.key]);
    expect(await made.add(key)).toEqual({ gone: true });
    const kept = readFileSync(join(directory, 'state', 'incoming', `${again.key}.json`));
    const taps = await Promise.all([made.add(again.key), made.add(again.key)]);
    expect(taps).toMatchObject([{ added: { document: 'a' } }, { gone: true }]);
    // As if the process had been killed before the upload was dropped.
    writeFileSync(join(directory, 'state', 'incoming', `${again.key}.json`), kept);
    expect(await made.add(again.key)).toMatchObject({ added: { document: 'a', kind: 'new' } });
    expect(await made.waiting(7)).toEqual([]);
  });

  it('never replaces a document that was not there when it was shown', async () => {
    const { curator: made } = curator();
    const first = await proposalOf(made, 'scan (1).pdf', WATER);
    const second = await proposalOf(made, 'scan (2).pdf', `${WATER} سوپاس بۆ هەمووان.`);
    expect([first, second]).toMatchObject([{ kind: 'new' }, { kind: 'new' }]);
    const [added, changed] = await Promise.all([made.add(first.key), made.add(second.key)]);
    expect(added).toHaveProperty('added.document', 'scan');
    expect(changed).toMatchObject({ changed: { kind: 'replacement' }, name: 'scan' });
    expect(await made.add(second.key)).toEqual({ gone: true });
    const key = 'changed' in changed ? changed.changed.key : '';
    expect(await made.waiting(7)).toEqual([key]);
    expect(await made.add(key)).toHaveProperty('added.kind', 'replacement');
  });

  it('is named by its own title, its first line or its name', async () => {
    const [titled, plain] = [curator({ title: 'ناونیشانی تایبەت' }), curator()];
    expect(await proposalOf(titled.curator, 'a.pdf', WATER)).toMatchObject({
      title: 'ناونیشانی تایبەت',
    });
    const text = 'ئەمە ڕستەیەکی تەواوە لە سەرەتاوە.\n\nئەمەش دووەمە.';
    expect(await proposalOf(plain.curator, 'My file.txt', text)).toMatchObject({
      title: 'My file',
    });
  });

  it.each([
    ['', { reason: 'empty' }, 'nothing in it'],
    ['The water of the city will be cut tomorrow.', { reason: 'not-sorani' }, 'English'],
    [
      'ستنقطع المياه غدا في المدينة، على الجميع أن يخزنوا الماء',
      { reason: 'not-sorani' },
      'Arabic',
    ],
    ['https://example.org/notice.pdf', { reason: 'only-a-link' }, 'an address'],
    ['ڕستەیەکی کۆن\nلێرەیە', { reason: 'duplicate', document: 'old' }, 'what is there'],
  ])('%j is refused with %j: %s', async (text, refusal, _reason) => {
    expect(await refusalOf(curator().curator, 'a.txt', text)).toEqual(refusal);
  });
});

describe('a file with the name of a document', () => {
  it('replaces it, and says where its rendition is left out by that', async () => {
    const { curator: made } = curator();
    await made.add((await proposalOf(made, 'water.txt', WATER)).key);
    await made.add((await proposalOf(made, 'water.en.txt', WATER_EN)).key);
    const same = await proposalOf(made, 'water.txt', WATER.replace('بکەن.', 'بکەن!'));
    expect(same).toMatchObject({ kind: 'replacement', warnings: [] });
    await made.add(same.key);
    expect((await made.list()).at(-1)).toMatchObject({ hasRendition: true });
    // As many sentences, but another day than the rendition says.
    const other = await proposalOf(made, 'water.txt', WATER.replace('سبەی', 'دووشەممە'));
    expect(other).toMatchObject({ kind: 'replacement', warnings: ['rendition-breaks'] });
    await made.add(other.key);
    expect(await made.list()).toMatchObject([
      { id: 'old' },
      { id: 'water', hasRendition: false, title: { ckb: 'ئاگاداری دەربارەی ئاو' } },
    ]);
  });

  it('may differ from it in marks and paragraphs alone, so that a rendition fits', async () => {
    const { curator: made } = curator();
    await made.add((await proposalOf(made, 'water.txt', WATER.replace('دەبڕێت.', 'دەبڕێت'))).key);
    expect(await refusalOf(made, 'water.en.txt', WATER_EN)).toHaveProperty('reason', 'misaligned');
    const mended = await proposalOf(made, 'water.txt', WATER);
    expect(mended.kind).toBe('replacement');
    await made.add(mended.key);
    const merged = WATER_EN.replace('Please', 'please');
    await made.add((await proposalOf(made, 'water.en.txt', WATER_EN)).key);
    expect(await proposalOf(made, 'water.en.txt', `${merged}!`)).toHaveProperty('key');
    expect(await refusalOf(made, 'water.txt', WATER.replaceAll(' ', '  '))).toEqual({
      reason: 'duplicate',
      document: 'water',
    });
  });

  it('and .en becomes its aligned rendition', async () => {
    const { curator: made } = curator();
    await made.add((await proposalOf(made, 'water.pdf', WATER)).key);
    const proposal = await proposalOf(made, 'Water.en.docx', WATER_EN);
    expect(proposal).toMatchObject({ kind: 'rendition', document: 'water', language: 'en' });
    await made.add(proposal.key);
    expect((await made.list()).at(-1)).toMatchObject({ id: 'water', hasRendition: true });
    expect(await refusalOf(made, 'water.en.txt', WATER_EN)).toEqual({
      reason: 'duplicate',
      document: 'water',
    });
  });

  it('and .en may come together with it, but is added after it', async () => {
    const { curator: made } = curator();
    const sorani = await proposalOf(made, 'water.pdf', WATER);
    const english = await proposalOf(made, 'water.en.pdf', WATER_EN);
    expect(english).toMatchObject({ kind: 'rendition', document: 'water' });
    expect(await made.waiting(7)).toEqual([sorani.key, english.key]);
    expect(await made.waiting(8)).toEqual([]);
    expect(await made.add(english.key)).toEqual({
      refusal: { reason: 'no-document', document: 'water' },
      name: 'water',
    });
    await made.add(sorani.key);
    expect(await made.add(english.key)).toHaveProperty('added.kind', 'rendition');
  });

  it('and .en is refused with the paragraph where the two part ways', async () => {
    const { curator: made } = curator();
    await made.add((await proposalOf(made, 'water.pdf', WATER)).key);
    expect(
      await refusalOf(
        made,
        'water.en.txt',
        WATER_EN.replace('tomorrow. Please', 'tomorrow, please'),
      ),
    ).toEqual({
      reason: 'misaligned',
      document: 'water',
      mismatch: {
        paragraph: 2,
        sentences: { document: 2, rendition: 1 },
        paragraphs: { document: 3, rendition: 3 },
      },
      beginnings: {
        document: 'ئاوی شار سبەی دەبڕێت. تکایە ئاو هەڵبگرن.',
        rendition: 'The water of the city will be cut tomorrow, please store water.',
      },
    });
    expect(await refusalOf(made, 'water.en.txt', WATER)).toEqual({ reason: 'not-english' });
    expect(await refusalOf(made, 'fire.en.txt', WATER_EN)).toEqual({
      reason: 'no-document',
      document: 'fire',
    });
  });
});

describe('documents', () => {
  it('are removed, brought back and renamed', async () => {
    const { curator: made } = curator();
    expect(await made.remove('old')).toBe('last');
    await made.add((await proposalOf(made, 'water.txt', WATER)).key);
    expect(await made.remove('old')).toBe('removed');
    expect(await made.remove('old')).toBe('unknown');
    expect(await made.list()).toMatchObject([{ id: 'water' }]);
    expect(await made.restore('old')).toBe(true);
    expect(await made.rename('old', ' ناوی\n نوێ ')).toBe('ناوی نوێ');
    expect((await made.list())[0]).toMatchObject({ title: { ckb: 'ناوی نوێ', en: 'ناوی نوێ' } });
    expect(await made.rename('old', 'New name')).toBe('New name');
    expect(await made.rename('old', 'ناوێکی تر')).toBe('ناوێکی تر');
    expect((await made.list())[0]).toMatchObject({ title: { ckb: 'ناوێکی تر', en: 'New name' } });
    expect(await made.rename('unknown', 'x')).toBeNull();
    expect((await made.rename('old', 'وشە '.repeat(99)))?.length).toBeLessThanOrEqual(256);
  });

  it('are nowhere but in their folders', async () => {
    const { curator: made, directory } = curator();
    await made.add((await proposalOf(made, 'water.txt', WATER)).key);
    await made.remove('old');
    writeFiles(directory, { 'out.removed': '', 'out.ckb.txt': 'ڕستە.' });
    expect(await made.restore('../../out')).toBe(false);
    expect(await made.remove('../../out')).toBe('unknown');
    expect(readdirSync(directory)).toContain('out.removed');
  });

  it('that were pasted are named by their first line', async () => {
    const { curator: made } = curator();
    const intake = await made.receiveText(WATER, 7, 'دەق');
    expect(intake).toMatchObject({
      proposal: { kind: 'new', document: 'agadari-derbarey-aw', title: 'ئاگاداری دەربارەی ئاو' },
    });
  });
});
