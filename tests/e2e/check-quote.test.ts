import { describe, expect, it } from 'vitest';

import type { QuoteCheck } from '../../src/proof/quote-check.ts';
import { only, parseLines, withoutTime } from '../support/printed.ts';
import { createCli } from '../support/run-cli.ts';
import { readSource, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const documents = writeSmallCorpus(temporaryFolder());
const cli = createCli({ DOCUMENTS_DIR: documents });
await cli.indexAhead();

type PrintedCheck = QuoteCheck & { readonly id: unknown; readonly elapsedMs: number };

const DAMS = 'بەنداوەکان ئاوی خواردنەوە بۆ چل گوند دابین دەکەن.';

describe('check-quote --json', () => {
  it('prints one check with the sentence of the document', async () => {
    const { stdout, exitCode } = await cli.run([
      'check-quote',
      '--json',
      DAMS.replaceAll('ە', 'ه'),
    ]);
    expect(exitCode).toBe(0);
    const check = only(parseLines<PrintedCheck>(stdout));
    expect(Object.keys(check)).toEqual(
      'id text verdict variant via citation difference elapsedMs'.split(' '),
    );
    expect(check).toMatchObject({ id: null, verdict: 'exact', variant: true, via: 'source' });
    expect(Object.keys(check.citation ?? {})).toEqual(
      'marker document passage sentence quote start end rendition'.split(' '),
    );
    const source = readSource(documents, 'water.ckb.txt');
    expect(check.citation?.quote).toBe(source.slice(check.citation?.start, check.citation?.end));
  });

  it('answers a batch line by line, with bad lines in their place', async () => {
    const lines = [
      { id: 'a', text: DAMS.replace('چل', 'پەنجا') },
      { id: 'b', text: 'مووچەی فەرمانبەران لە هەفتەی داهاتوودا دابەش دەکرێت' },
      { question: 'a question, not a text' },
      { id: 'c', text: DAMS, document: 'school' },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const { stdout, exitCode } = await cli.run(['check-quote', '--batch', '-'], { input });
    expect(exitCode).toBe(1);
    const printed = parseLines<PrintedCheck & { error?: { code: string } }>(stdout);
    expect(printed.map(({ id, verdict, error }) => [id, verdict ?? error?.code])).toEqual([
      ['a', 'altered'],
      ['b', 'not-in-document'],
      [3, 'missing-field'],
      ['c', 'not-in-document'],
    ]);
    expect(printed[0]?.difference).toEqual([{ op: 'replace', said: 'پەنجا', document: 'چل' }]);
  });

  it('without --json says it in words, the same each time', async () => {
    const [first, again, unknown] = await Promise.all([
      cli.run(['check-quote', DAMS]),
      cli.run(['check-quote'], { input: DAMS }),
      cli.run(['check-quote', '--document', 'nowhere', DAMS]),
    ]);
    expect(first.stdout.split('\n')).toContain(DAMS);
    expect(withoutTime(again.stdout)).toBe(withoutTime(first.stdout));
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('says so where only the report was cut off, and keeps that out of the JSON', async () => {
    const report = 'وەزارەتی گواستنەوە ڕایگەیاند کە';
    const part = 'ڕێگای شاری زاخۆ بە درێژیی 12 کیلۆمەتر نۆژەن دەکرێتەوە';
    const [spoken, printed] = await Promise.all([
      cli.run(['check-quote', part]),
      cli.run(['check-quote', '--json', part]),
    ]);
    expect(spoken.stdout.split('\n')[0]).toContain(report);
    const check = only(parseLines<PrintedCheck>(printed.stdout));
    expect(check.verdict).toBe('altered');
    expect(check).not.toHaveProperty('because');
    expect(check.difference.map(({ document }) => document).join(' ')).toBe(report);
  });

  it('compares English only by facts where a document has none', async () => {
    const [other, year] = await Promise.all([
      cli.run(['check-quote', '--json', 'The school was opened by teachers']),
      cli.run(['check-quote', '--json', 'The Nali school opened in Sulaymaniyah in 1974.']),
    ]);
    expect(only(parseLines<PrintedCheck>(other.stdout)).verdict).toBe('not-in-document');
    expect(only(parseLines<PrintedCheck>(year.stdout)).difference).toEqual([
      { op: 'replace', said: '1974', document: '١٩٦٤' },
    ]);
  });

  it('finds what says nothing nowhere, without an error', async () => {
    const texts = ['the of and', 'و لە بۆ کە', '🙂'];
    const input = texts.map((text) => JSON.stringify({ text })).join('\n');
    const { stdout, exitCode } = await cli.run(['check-quote', '--batch', '-'], { input });
    expect(exitCode).toBe(0);
    const verdicts = parseLines<PrintedCheck>(stdout).map(({ text, verdict }) => [text, verdict]);
    expect(verdicts).toEqual(texts.map((text) => [text, 'not-in-document']));
  });

  it('works as :check in a conversation', async () => {
    const { stdout, exitCode } = await cli.run(['repl'], { input: `:check ${DAMS}\n` });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toContain(DAMS);
  });
});
