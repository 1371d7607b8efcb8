import { describe, expect, it } from 'vitest';

import type { Answer, Answerer, Question } from '../../src/answering/answer.ts';
import { createAnswerer } from '../../src/answering/answerer.ts';
import { createCachedAnswerer } from '../../src/answering/cached-answerer.ts';
import { candidatesFor } from '../../src/answering/suggestion-candidates.ts';
import { createSuggester } from '../../src/answering/suggestions.ts';
import type { Suggester } from '../../src/answering/suggestions.ts';
import { readMessages } from '../../src/app.ts';
import { readQuestions } from '../../src/evaluation/questions.ts';
import { detectLanguage } from '../../src/language/detect.ts';
import { Headwords } from '../../src/language/glossary.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { keptLog } from '../support/kept-log.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';
import { openStatement } from '../support/statement.ts';

const WHO = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';
const WHO_IN_ENGLISH = 'Who led the Iraqi delegation?';

const statement = await openStatement();
const messages = await readMessages('data', 'answering');
let serving: Snapshot = statement;
const plain = createAnswerer({
  snapshot: () => serving,
  embeddings: EMBEDDINGS,
  messages,
  headwords: async () => new Headwords([]),
  model: null,
  log: keptLog().log,
});
const answerer = createCachedAnswerer(plain, { snapshot: () => serving, capacity: 500 });
/** What was asked to prove suggestions. */
const tried: Question[] = [];
let suggester = newSuggester();

function newSuggester(): Suggester {
  const proving: Answerer = {
    answer: async (question) => {
      tried.push(question);
      return answerer.answer(question);
    },
  };
  return createSuggester({ snapshot: () => serving, answerer: proving, messages });
}

async function suggested(text: string, asked: readonly string[] = []): Promise<readonly string[]> {
  return suggester.suggest(await answerer.answer({ text }), asked);
}

function sentencesOf({ citations }: Answer): string[] {
  return citations.map(({ sentence }) => sentence);
}

describe('the questions suggested behind an answer', () => {
  it('are answered surely, each with sentences that neither it nor another one cites', async () => {
    const questions = await readQuestions('data/evaluation/statement-unseen.jsonl');
    let [answers, few] = [0, 0];
    for (const { text } of questions.filter((_, place) => place % 3 === 0)) {
      for (const question of [text.ckb, text.en ?? text.ckb]) {
        const answer = await answerer.answer({ text: question });
        const next = await suggester.suggest(answer, []);
        const taken = answer.status === 'answered' ? sentencesOf(answer) : [];
        for (const suggestion of next) {
          const proof = await answerer.answer({ text: suggestion, history: [question] });
          expect(proof).toMatchObject({ status: 'answered', language: answer.language });
          expect(proof.confidence).toBeGreaterThanOrEqual(0.7);
          expect(taken).not.toEqual(expect.arrayContaining(sentencesOf(proof).slice(0, 1)));
          taken.push(...sentencesOf(proof));
          expect(detectLanguage(suggestion)).toBe(answer.language);
          expect(suggestion.length).toBeLessThanOrEqual(64);
        }
        expect(new Set(taken).size).toBe(taken.length);
        answers += 1;
        if (next.length < 2) few += 1;
      }
    }
    expect(answers).toBeGreaterThan(30);
    expect(few).toBe(0);
  });

  it('are about what stands beside it, and examples in between', async () => {
    const answer = await answerer.answer({ text: WHO_IN_ENGLISH });
    const candidates = candidatesFor(statement, answer, messages.en).map(({ text }) => text);
    expect(candidates).toEqual([
      'What is said about the bilateral relations?',
      'When was the third round of the strategic dialogue held?',
      'What is said about the Kurdistan Regional Government?',
      expect.stringMatching(/\?$/u),
      'What is said about the Iraqi delegation?',
      expect.stringMatching(/\?$/u),
      expect.stringMatching(/\?$/u),
      expect.stringMatching(/\?$/u),
    ]);
    const examples = statement.documents.get('statement')?.description.examples.en;
    expect(examples).toEqual(expect.arrayContaining([candidates[1], candidates[3], candidates[5]]));
  });

  it('in Sorani are whole phrases, without endings that tie them to other words', async () => {
    const answer = await answerer.answer({ text: 'کۆبوونەوەکە ئۆنلاین بوو یان ڕووبەڕوو؟' });
    const candidates = candidatesFor(statement, answer, messages.ckb).map(({ text }) => text);
    expect(candidates).toContain('دەربارەی نوێنەری حکومەتی هەرێمی کوردستان چی گوتراوە؟');
    expect(candidates).toContain('فوئاد حوسێن کێیە؟');
  });

  it('are none that was asked, in whatever letters, nor what the question was about', async () => {
    const first = await suggested(WHO);
    expect(first.length).toBeGreaterThan(1);
    const typed = first.map((text) =>
      text.replaceAll('ی', 'ي').replaceAll('ە', 'ه').replace('؟', ''),
    );
    const second = await suggested(WHO, typed);
    expect(second.filter((text) => first.includes(text))).toEqual([]);
    expect(await suggested('دەربارەی وزەی خاوێن چی گوترا؟')).not.toContain(
      'دەربارەی وزەی خاوێن چی گوتراوە؟',
    );
    expect(await suggested(WHO)).toEqual(first);
  });

  it('that ask for the holder of an office are kept where a name is told', async () => {
    const answer = await answerer.answer({ text: 'Who commands the armed forces of Iraq?' });
    const minister = 'Who is the prime minister of Iraq?';
    expect(await suggester.suggest(answer, [])).toContain(minister);
    const tellsNoName = createSuggester({
      snapshot: () => serving,
      answerer: {
        answer: async (question) => ({ ...(await answerer.answer(question)), emphasis: [] }),
      },
      messages,
    });
    const next = await tellsNoName.suggest(answer, []);
    expect(next).not.toContain(minister);
    expect(next).not.toEqual([]);
  });
});

describe('behind a refusal', () => {
  it('they are about the nearest sentences', async () => {
    const answer = await answerer.answer({ text: 'How many American soldiers are in Iraq?' });
    expect(answer.status).toBe('not-in-document');
    const [first] = await suggester.suggest(answer, []);
    const proof = await answerer.answer({ text: first ?? '' });
    expect(sentencesOf(answer)).toEqual(expect.arrayContaining(sentencesOf(proof).slice(0, 1)));
  });

  it.each(['سڵاو', 'hello', '🙂'])('of %s, which asks nothing, they are examples', async (text) => {
    const answer = await answerer.answer({ text });
    const examples = statement.documents.get('statement')?.description.examples[answer.language];
    const [first] = await suggester.suggest(answer, []);
    expect(examples).toContain(first);
  });
});

describe('the work', () => {
  it('is at most eight questions, each asked once for the same sentences', async () => {
    suggester = newSuggester();
    const answer = await answerer.answer({ text: WHO });
    tried.length = 0;
    const [first] = await Promise.all([
      suggester.suggest(answer, []),
      suggester.suggest(answer, []),
    ]);
    expect(await suggester.suggest(answer, [])).toEqual(first);
    await suggester.suggest({ ...answer, question: 'سەرۆکی شاندەکە کێ بوو؟' }, [WHO]);
    await suggester.suggest(answer, first ?? []);
    // What may go on from what was asked is asked behind it, each time.
    const alone = tried.filter(({ history }) => history === undefined).map(({ text }) => text);
    expect(alone.length).toBeGreaterThan(2);
    expect(alone.length).toBeLessThanOrEqual(8);
    expect(new Set(alone).size).toBe(alone.length);
  });

  it('is done anew for another snapshot, another language, and one document alone', async () => {
    suggester = newSuggester();
    const answer = await answerer.answer({ text: WHO });
    await suggester.suggest(answer, []);
    tried.length = 0;
    await suggester.suggest({ ...answer, language: 'en' }, []);
    expect(tried.every(({ text }) => detectLanguage(text) === 'en')).toBe(true);
    tried.length = 0;
    await suggester.suggest(answer, [], { document: 'statement' });
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.every(({ document }) => document === 'statement')).toBe(true);
    tried.length = 0;
    serving = { ...statement };
    await suggester.suggest(answer, []);
    expect(tried.length).toBeGreaterThan(0);
    serving = statement;
  });

  it('that failed is done again', async () => {
    const broken = createSuggester({
      snapshot: () => statement,
      answerer: {
        answer: async (question) => {
          tried.push(question);
          if (tried.length === 1) throw new Error('out of memory');
          return answerer.answer(question);
        },
      },
      messages,
    });
    const answer = await answerer.answer({ text: WHO });
    tried.length = 0;
    await expect(broken.suggest(answer, [])).rejects.toThrow('out of memory');
    expect(await broken.suggest(answer, [])).toEqual(await suggester.suggest(answer, []));
  });
});

describe('documents without examples and without a rendition', () => {
  it('are asked about in Sorani; in English there is nothing to ask with', async () => {
    const texts = [
      'وەزیری پەروەردە سەردانی شاری کۆیەی کرد. باسی خوێندنی باڵا و کەرتی تایبەت کرا.\n\nباسی وزەی خاوێن و گۆڕانی کەشوهەوا لە کۆبوونەوەکەدا کرا.',
    ];
    serving = await snapshotOfTexts(texts, statement.lexicon);
    suggester = newSuggester();
    const answer = await answerer.answer({ text: 'کێ سەردانی شاری کۆیەی کرد؟' });
    expect(answer.status).toBe('answered');
    const next = await suggester.suggest(answer, []);
    expect(next.length).toBeGreaterThan(0);
    expect(next.every((text) => /^دەربارەی .* چی گوتراوە؟$/u.test(text))).toBe(true);
    expect(await suggester.suggest({ ...answer, language: 'en' }, [])).toEqual([]);
    // Sentences that are no more: nothing is near.
    serving = statement;
    expect(await suggester.suggest({ ...answer, citations: [] }, [])).not.toEqual([]);
    expect(await suggester.suggest(answer, [])).toEqual([]);
  });
});
