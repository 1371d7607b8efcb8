import { afterEach, describe, expect, it, vi } from 'vitest';

import { pipelineFingerprint } from '../../src/retrieval/pipeline.ts';

/** The fingerprint of the pipeline as it is loaded anew. */
async function freshFingerprint(): Promise<string> {
  vi.resetModules();
  const fresh = await import('../../src/retrieval/pipeline.ts');
  return fresh.pipelineFingerprint();
}

const unchanged = (word: string): string => word;

describe('pipelineFingerprint', () => {
  afterEach(() => {
    vi.doUnmock('../../src/language/stems.ts');
    vi.doUnmock('../../src/language/fold.ts');
    vi.doUnmock('../../src/language/sentences.ts');
    vi.doUnmock('../../src/language/digits.ts');
    vi.doUnmock('../../src/language/sounds.ts');
    vi.doUnmock('../../src/language/sound-similarity.ts');
    vi.doUnmock('stemmer');
    vi.resetModules();
  });

  it('is one SHA-256, the same each time it is asked and loaded', async () => {
    expect(pipelineFingerprint()).toMatch(/^[0-9a-f]{64}$/u);
    expect(pipelineFingerprint()).toBe(pipelineFingerprint());
    expect(await freshFingerprint()).toBe(pipelineFingerprint());
  });

  it('changes with the Sorani stemmer', async () => {
    vi.doMock('../../src/language/stems.ts', () => ({ stemSorani: unchanged }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });

  it('changes with the English stemmer', async () => {
    vi.doMock('stemmer', () => ({ stemmer: unchanged }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });

  it('changes with the fold', async () => {
    vi.doMock('../../src/language/fold.ts', () => ({ foldWord: unchanged }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });

  it('changes with the way sentences are split', async () => {
    vi.doMock('../../src/language/sentences.ts', () => ({
      splitSentences: (text: string) => [{ start: 0, end: text.length }],
    }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });

  it('changes with the reading of numbers', async () => {
    vi.doMock(import('../../src/language/digits.ts'), async (original) => ({
      ...(await original()),
      canonicalNumber: unchanged,
    }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });

  it('changes with the sounds of words', async () => {
    vi.doMock(import('../../src/language/sounds.ts'), async (original) => ({
      ...(await original()),
      soundsOfSorani: unchanged,
    }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });

  it('changes with the skeletons by which sounds are looked up', async () => {
    vi.doMock(import('../../src/language/sound-similarity.ts'), async (original) => ({
      ...(await original()),
      skeletons: (sounds: string) => [sounds],
    }));
    expect(await freshFingerprint()).not.toBe(pipelineFingerprint());
  });
});
