import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answer, Answerer, AnswerOptions, Question } from '../../src/answering/answer.ts';
import { createAnswerer } from '../../src/answering/answerer.ts';
import { createCachedAnswerer } from '../../src/answering/cached-answerer.ts';
import { readMessages } from '../../src/app.ts';
import { Headwords } from '../../src/language/glossary.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { keptLog } from '../support/kept-log.ts';
import { openStatement } from '../support/statement.ts';

const WHO = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';
const WHEN = 'گەڕی سێیەمی دیالۆگی ستراتیژی کەی بەڕێوەچوو؟';
const AND_AMERICA = 'ئەی هی ئەمریکا؟';
/** Questions that stand alone, go on from others, or may do either. */
const CONVERSATION = [
  WHO,
  WHEN,
  AND_AMERICA,
  'بۆچی؟',
  'ئەوان چۆن کۆبوونەوە؟',
  'ڕووبەڕوو بوو؟',
  'چەند کاتژمێری خایاند؟',
  'Who led the Iraqi delegation?',
  'And the American one?',
  'Why?',
];

function answerTo(question: string, changes: Partial<Answer> = {}): Answer {
  return {
    question,
    questionLanguage: 'ckb',
    language: 'ckb',
    status: 'answered',
    confidence: 0.9,
    answer: 'د. فوئاد حوسێن [1]',
    citations: [],
    composer: 'extractive',
    emphasis: [],
    degraded: null,
    ...changes,
  };
}

/** Answers anything, keeps what it was asked, and may be held. */
class SlowAnswerer implements Answerer {
  readonly asked: Question[] = [];
  readonly options: (AnswerOptions | undefined)[] = [];
  /** What comes of the next questions. */
  reply: (question: Question) => Promise<Answer> = async ({ text }) => answerTo(text);

  async answer(question: Question, options?: AnswerOptions): Promise<Answer> {
    this.asked.push(question);
    this.options.push(options);
    return this.reply(question);
  }
}

/** A cache over an answerer and a snapshot that can be swapped. */
function cached({ capacity = 100 } = {}): {
  cache: Answerer;
  slow: SlowAnswerer;
  swap: (snapshot?: object) => void;
} {
  const slow = new SlowAnswerer();
  let serving: object = {};
  const cache = createCachedAnswerer(slow, { snapshot: () => serving, capacity });
  return { cache, slow, swap: (snapshot = {}) => (serving = snapshot) };
}

/** A promise that the test settles. */
function held<T>(): { promise: Promise<T>; release: (value: T) => void } {
  const waiting: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => {
    waiting.push(resolve);
  });
  return {
    promise,
    release(value) {
      for (const resolve of waiting) resolve(value);
    },
  };
}

function onDraft(): void {}

describe('a question asked again', () => {
  it('gets its answer without work, with or without a signal or drafts', async () => {
    const { cache, slow } = cached();
    const first = await cache.answer({ text: WHO });
    const signal = new AbortController().signal;
    expect(await cache.answer({ text: WHO })).toEqual(first);
    expect(await cache.answer({ text: WHO }, { signal, onDraft: () => {} })).toEqual(first);
    expect(slow.asked).toHaveLength(1);
  });

  it.each<[string, Question, Question]>([
    ['text', { text: WHO }, { text: WHEN }],
    ['language', { text: WHO, language: 'ckb' }, { text: WHO, language: 'en' }],
    ['document', { text: WHO, document: 'a' }, { text: WHO, document: 'b' }],
    ['documents', { text: WHO }, { text: WHO, document: 'b' }],
    [
      'question that it goes on from',
      { text: AND_AMERICA, history: [WHO] },
      { text: AND_AMERICA, history: [WHEN] },
    ],
  ])('is another one with another %s', async (_, one, other) => {
    const { cache, slow } = cached();
    await cache.answer(one);
    await cache.answer(other);
    expect(slow.asked).toHaveLength(2);
    await cache.answer(one);
    await cache.answer(other);
    expect(slow.asked).toHaveLength(2);
  });

  it.each<[string, Question, Question]>([
    ['what it does not go on from', { text: WHO }, { text: WHO, history: [WHEN] }],
    [
      'what the question before it does not go on from',
      { text: AND_AMERICA, history: [WHEN, WHO] },
      { text: AND_AMERICA, history: [WHO] },
    ],
    ['"as the question", said or not', { text: WHO, language: 'auto' }, { text: WHO }],
  ])('is the same one whatever was said before: %s', async (_, one, other) => {
    const { cache, slow } = cached();
    await cache.answer(one);
    await cache.answer(other);
    expect(slow.asked).toHaveLength(1);
  });

  it('is the same one with other white space, and the answer is to the question as it was asked', async () => {
    const { cache, slow } = cached();
    const typed = `  ${WHO.replace(' ', '\n')} `;
    expect((await cache.answer({ text: typed })).question).toBe(typed);
    expect((await cache.answer({ text: WHO })).question).toBe(WHO);
    expect(slow.asked.map(({ text }) => text)).toEqual([WHO]);
  });
});

describe('what is kept', () => {
  it.each<[string, Partial<Answer>]>([
    ['a model wrote', { composer: 'model' }],
    ['had to do without the model', { degraded: { cause: 'time-out' } }],
  ])('is no answer that %s', async (_, changes) => {
    const { cache, slow } = cached();
    slow.reply = async ({ text }) => answerTo(text, changes);
    await cache.answer({ text: WHO });
    await cache.answer({ text: WHO });
    expect(slow.asked).toHaveLength(2);
  });

  it('is a refusal too', async () => {
    const { cache, slow } = cached();
    slow.reply = async ({ text }) => answerTo(text, { status: 'not-in-document' });
    await cache.answer({ text: WHO });
    expect((await cache.answer({ text: WHO })).status).toBe('not-in-document');
    expect(slow.asked).toHaveLength(1);
  });

  it('is no failure, and it reaches everybody who waited', async () => {
    const { cache, slow } = cached();
    slow.reply = async () => {
      throw new Error('the disk is gone');
    };
    const waiting = [cache.answer({ text: WHO }), cache.answer({ text: WHO })];
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    slow.reply = async ({ text }) => answerTo(text);
    expect((await cache.answer({ text: WHO })).status).toBe('answered');
    expect(slow.asked).toHaveLength(2);
  });

  it('is nothing of another snapshot, nor what was begun before a swap', async () => {
    const { cache, slow, swap } = cached();
    await cache.answer({ text: WHO });
    swap();
    const { promise, release } = held<Answer>();
    slow.reply = () => promise;
    const waiting = cache.answer({ text: WHO });
    const next = {};
    swap(next);
    release(answerTo(WHO, { answer: 'old' }));
    expect((await waiting).answer).toBe('old');
    slow.reply = async ({ text }) => answerTo(text, { answer: 'new' });
    expect((await cache.answer({ text: WHO })).answer).toBe('new');
    expect(slow.asked).toHaveLength(3);
  });

  it('is the answers used last, as many as there is room for', async () => {
    const { cache, slow } = cached({ capacity: 2 });
    const ask = async (text: string): Promise<number> => {
      await cache.answer({ text });
      return slow.asked.length;
    };
    expect(await ask('یەک')).toBe(1);
    expect(await ask('دوو')).toBe(2);
    expect(await ask('یەک')).toBe(2);
    expect(await ask('سێ')).toBe(3);
    expect(await ask('یەک')).toBe(3);
    expect(await ask('دوو')).toBe(4);
  });

  it('is no question so long that nobody asks it again', async () => {
    const { cache, slow } = cached();
    const text = `${WHO} `.repeat(100);
    await cache.answer({ text });
    await cache.answer({ text });
    expect(slow.asked).toHaveLength(2);
  });
});

describe('questions asked at the same time', () => {
  it('are answered by one piece of work, each with its own text', async () => {
    const { cache, slow } = cached();
    const { promise, release } = held<Answer>();
    slow.reply = () => promise;
    const waiting = [cache.answer({ text: WHO }), cache.answer({ text: ` ${WHO}` })];
    release(answerTo(WHO));
    const answers = await Promise.all(waiting);
    expect(answers.map(({ question }) => question)).toEqual([WHO, ` ${WHO}`]);
    expect(slow.asked).toHaveLength(1);
  });

  it('are not, where a model might read another conversation', async () => {
    const { cache, slow } = cached();
    slow.reply = async ({ text, history }) =>
      answerTo(text, { composer: 'model', answer: String(history) });
    const answers = await Promise.all([
      cache.answer({ text: WHO, history: [WHEN] }),
      cache.answer({ text: WHO }),
    ]);
    expect(answers.map(({ answer }) => answer)).toEqual([WHEN, '']);
  });

  it('are not, where one can be ended or watched: its end is its own', async () => {
    const { cache, slow } = cached();
    const { promise, release } = held<Answer>();
    slow.reply = () => promise;
    const ending = new AbortController();
    const waiting = [
      cache.answer({ text: WHO }, { signal: ending.signal }),
      cache.answer({ text: WHO }, { onDraft }),
      cache.answer({ text: WHO }),
    ];
    expect(slow.options).toEqual([{ signal: ending.signal }, { onDraft }, {}]);
    release(answerTo(WHO));
    await Promise.all(waiting);
    await cache.answer({ text: WHO });
    expect(slow.asked).toHaveLength(3);
  });

  it('and ended before they are begun are not begun', async () => {
    const { cache, slow } = cached();
    await cache.answer({ text: WHO });
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(cache.answer({ text: WHO }, { signal })).rejects.toThrow('gone');
    expect(slow.asked).toHaveLength(1);
  });
});

describe('over the statement', () => {
  it('gives the very answers of the answerer, in whatever order conversations come', async () => {
    const snapshot = await openStatement();
    const parts = { snapshot: () => snapshot, embeddings: EMBEDDINGS, log: keptLog().log };
    const answerer = createAnswerer({
      ...parts,
      messages: await readMessages('data', 'answering'),
      headwords: async () => new Headwords([]),
      model: null,
    });
    const cache = createCachedAnswerer(answerer, { snapshot: () => snapshot, capacity: 50 });
    const text = fc.constantFrom(...CONVERSATION);
    const question = fc.record({ text, history: fc.array(text, { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 12 }), async (questions) => {
        for (const asked of questions) {
          expect(await cache.answer(asked)).toEqual(await answerer.answer(asked));
        }
      }),
      { seed: 7_04_2021, numRuns: 25 },
    );
  });
});
