import { beforeAll, describe, expect, it } from 'vitest';

import type { Answer, Question } from '../../src/answering/answer.ts';
import { claimSpans } from '../../src/answering/claim-spans.ts';
import { formatAnswer } from '../../src/answering/format-answer.ts';
import { ownWords } from '../../src/answering/own-words.ts';
import { isVerbatim } from '../../src/answering/verify.ts';
import { readMessages } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import type { Messages } from '../../src/messages.ts';
import { sentenceAddress } from '../../src/telegram/address.ts';
import { answerMessages } from '../../src/telegram/answer-message.ts';
import { bridgeCorpusParts, TITLES } from '../support/bridge-corpus.ts';
import { openAhead } from '../support/open-pirsyar.ts';

const parts = bridgeCorpusParts();
let pirsyar: Pirsyar;
let words: Readonly<Record<'ckb' | 'en', Messages>>;

beforeAll(async () => {
  pirsyar = await openAhead(parts);
  words = await readMessages('data', 'answering');
});

async function ask(text: string, more: Partial<Question> = {}): Promise<Answer> {
  const answer = await pirsyar.answerer.answer({ text, ...more });
  const { documents } = pirsyar.index.snapshot;
  expect(answer.citations.every((citation) => isVerbatim(citation, documents))).toBe(true);
  return answer;
}

/** What is set in bold. */
function bold({ answer, emphasis }: Answer): string[] {
  return emphasis.map(({ start, end }) => answer.slice(start, end));
}

function documentsOf({ citations }: Answer): string[] {
  return citations.map(({ document }) => document);
}

describe('an answer', () => {
  it('in Sorani is what answers, in bold, then the document with its date, then the sentence', async () => {
    const answer = await ask('پردی ڕاپەڕین کەی دەکرێتەوە؟');
    expect(answer.answer).toBe(
      `١٥ی نیسانی ٢٠٢١\nلە «${TITLES.plan.ckb}» (٢٠ی شوباتی ٢٠٢١):\nپردی ڕاپەڕین ڕۆژی ١٥ی نیسانی ٢٠٢١ لە سلێمانی دەکرێتەوە. [1]`,
    );
    expect(bold(answer)).toEqual(['١٥ی نیسانی ٢٠٢١']);
  });

  it('in English is made of the rendition where there is one', async () => {
    const answer = await ask('How many ministers took part in the water conference?');
    expect(answer.answer).toBe(
      `Three\nFrom “${TITLES.water.en}” (3 November 2020):\nThree ministers took part in the water conference. [1]`,
    );
    expect(bold(answer)).toEqual(['Three']);
  });

  it('in English without a rendition gives what answers in English, a frame, the quote, and a gloss that says it is one', async () => {
    const answer = await ask('How many workers work on the bridge?');
    const [citation] = answer.citations;
    const [short, frame, quote, gloss, ...more] = answer.answer.split('\n');
    expect(short).toBe('240');
    expect(bold(answer)).toEqual(['240']);
    expect(frame).toBe(`The text is in Sorani; “${TITLES.plan.en}” (20 February 2021) says:`);
    expect(quote).toBe(`“${citation?.quote}”`);
    expect(gloss).toMatch(
      /^Word by word \(.* not a translation\): .*12 million · dollar.* \[1\]$/u,
    );
    expect(more).toEqual([]);
    expect(citation?.rendition).toBeNull();
  });

  it.each([
    ['Who is the director of the Raparin bridge project?', 'Fuad Hussein', 'a name'],
    ['What is the cost of the Raparin bridge?', '15,000,000 dollars', 'an amount'],
    ['How long is the Raparin bridge?', '350 metres', 'a length'],
  ])('%s: %s, %s in English', async (question, short) => {
    expect(bold(await ask(question))[0]).toBe(short);
  });

  it.each([
    ['ئایا پردی ڕاپەڕین لە سلێمانی کرایەوە؟', 'opening', ['بەڵێ']],
    ['ئایا نەخۆشخانەکە نەخۆشی گەورەساڵان وەردەگرێت؟', 'hospital', []],
    ['Did the conference take place in Erbil?', 'water', []],
  ])(
    'to %s is the sentence of "%s" that decides, with %j only where that is sure',
    async (question, document, expected) => {
      const answer = await ask(question);
      expect(documentsOf(answer)).toEqual([document]);
      expect(bold(answer)).toEqual(expected);
    },
  );
});

describe('a list', () => {
  it.each([
    ['باسی چ بابەتێک کرا لە کۆنفرانسی ئاودا؟', 'ckb'],
    ['Which topics did the conference discuss?', 'en'],
  ] as const)(
    'of %s holds what answers, in order, and names its document once',
    async (text, language) => {
      const answer = await ask(text);
      expect(answer.citations.map(({ rendition }) => rendition?.text)).toEqual([
        'The conference discussed the shrinking of the rivers.',
        'The building of new dams was discussed as well.',
        'The participants also discussed the pollution of drinking water.',
      ]);
      expect(answer.answer.split(TITLES.water[language])).toHaveLength(2);
      expect(answer.citations.map(({ marker }) => marker)).toEqual([1, 2, 3]);
    },
  );
});

describe('documents that disagree', () => {
  it.each([
    ['تێچووی پردی ڕاپەڕین چەندە؟', ['opening', 'plan'], 'about a sum: the newer first'],
    ['پردی ڕاپەڕین کەی کرایەوە؟', ['opening', 'leaflet'], 'about a day: the undated last'],
    ['درێژیی پردی ڕاپەڕین چەندە؟', ['opening', 'leaflet'], 'though one says "the bridge"'],
    ['بەڕێوەبەری پڕۆژەی پردی ڕاپەڕین کێیە؟', ['opening', 'plan'], 'about a name'],
    ['How long is the Raparin bridge?', ['opening', 'leaflet'], 'asked in English'],
  ])('%s: both are shown, %j', async (question, expected) => {
    const answer = await ask(question);
    expect(documentsOf(answer)).toEqual(expected);
    const said = words[answer.language].text('answer-differ');
    expect(answer.answer.startsWith(`${said}\n`)).toBe(true);
    for (const document of expected) {
      const { title } = pirsyar.documents().find(({ id }) => id === document) ?? {};
      expect(answer.answer).toContain(title?.[answer.language]);
    }
  });

  it.each([
    ['چەند کرێکار لە پردی ڕاپەڕین کار دەکەن؟', 'both say 240'],
    ['نەخۆشخانەی شۆڕش کەی کرایەوە؟', 'the bridge was opened on another day'],
    ['تێچووی نەخۆشخانەی شۆڕش چەندە؟', 'the bridge cost something else'],
    ['پردی ڕاپەڕین کەی دەکرێتەوە؟', 'a plan is no event'],
  ])('are not seen in %s: %s', async (question) => {
    const answer = await ask(question);
    expect(answer.answer).not.toContain(words.ckb.text('answer-differ'));
    expect(answer.citations).toHaveLength(1);
  });

  it('are not asked where one alone is', async () => {
    const answer = await ask('تێچووی پردی ڕاپەڕین چەندە؟', { document: 'plan' });
    expect(documentsOf(answer)).toEqual(['plan']);
    expect(bold(answer)).toEqual(['١٢ ملیۆن دۆلارە']);
  });

  it('of which the one that is asked says nothing: it is named in the refusal', async () => {
    const answer = await ask('سەرۆکی زانکۆی کۆیە کێیە؟', { document: 'leaflet' });
    expect(answer.status).toBe('not-in-document');
    expect(answer.answer).toContain(`«${TITLES.leaflet.ckb}»`);
    expect(new Set(documentsOf(answer))).toEqual(new Set(['leaflet']));
  });

  it('may all answer where several things can be true, each named', async () => {
    const answer = await ask('چی لە سلێمانی کرایەوە؟');
    expect(new Set(documentsOf(answer))).toEqual(new Set(['hospital', 'opening']));
    expect(answer.answer).toContain(`«${TITLES.hospital.ckb}» (١١ی ئایاری ٢٠٢١)`);
  });
});

const QUESTIONS = [
  'پردی ڕاپەڕین کەی دەکرێتەوە؟',
  'تێچووی پردی ڕاپەڕین چەندە؟',
  'باسی چ بابەتێک کرا لە کۆنفرانسی ئاودا؟',
  'سەرۆکی زانکۆی کۆیە کێیە؟',
  'How long is the Raparin bridge?',
  'Where was the water conference held?',
  'Which topics did the conference discuss?',
  'Who was the first king of France?',
];

/** How often a text stands in another. */
function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The renditions that a reader of English gets. */
function renditionsFor({ language, citations }: Answer): string[] {
  if (language === 'ckb') return [];
  return citations.flatMap(({ rendition }) => (rendition === null ? [] : [rendition.text]));
}

describe('what a reader is shown', () => {
  it.each(QUESTIONS)('in a terminal is all, and each sentence once: %s', async (question) => {
    const answer = await ask(question);
    const text = formatAnswer(answer, (id) => pirsyar.title(id)[answer.language]);
    for (const { quote, document } of answer.citations) {
      expect(count(text, quote)).toBe(1);
      expect(text).toContain(pirsyar.title(document)[answer.language]);
    }
    const said = answer.status === 'answered' ? renditionsFor(answer) : [];
    expect(said.filter((rendition) => count(text, rendition) !== 1)).toEqual([]);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining(answer.citations.map(({ quote }) => quote)),
    );
    // Nothing of our own words is lost.
    for (const line of ownWords(answer).split('\n')) {
      expect(text).toContain(line.replaceAll(/ ?\[\d\]|[“”]$|^[“”]/gu, '').trim());
    }
    expect(text.endsWith('\n\n')).toBe(true);
    expect(text.trimEnd()).not.toContain('\n\n');
  });

  it.each(QUESTIONS)(
    'in Telegram is all, each sentence once, quotes as quotes: %s',
    async (question) => {
      const answer = await ask(question);
      const { language } = answer;
      const messages = answerMessages(answer, {
        words: (await readMessages('data', 'telegram', { isolate: true }))[language],
        titleOf: (id) => pirsyar.title(id)[language],
        addressOf: (sentence) => sentenceAddress('pirsyar_bot', sentence),
        note: null,
      });
      const text = messages.map((message) => message.text).join('\n\n');
      const quoted = messages.flatMap((message) =>
        message.entities
          .filter(({ type }) => type === 'expandable_blockquote')
          .map(({ offset, length }) => message.text.slice(offset, offset + length)),
      );
      expect(quoted).toEqual(answer.citations.map(({ quote }) => quote));
      for (const { quote, document } of answer.citations) {
        expect(count(text, quote)).toBe(1);
        expect(text).toContain(pirsyar.title(document)[language]);
      }
      const shown = renditionsFor(answer);
      expect(shown.filter((rendition) => count(text, rendition) !== 1)).toEqual([]);
      const strong = messages.flatMap((message) =>
        message.entities
          .filter(({ type }) => type === 'bold')
          .map(({ offset, length }) => message.text.slice(offset, offset + length)),
      );
      // What answers is bold where it is said, and again in the quote that says it.
      expect([...new Set(strong)]).toEqual([...new Set(bold(answer))]);
      // Every line of our own words arrives, but for markers that a quote in its place needs no more.
      const said = claimSpans(answer).reduce(
        (rest, { quoted: place }) =>
          place === null ? rest : rest.replace(answer.answer.slice(place.start, place.end), ''),
        answer.answer,
      );
      for (const line of said.split('\n')) {
        expect(text).toContain(line.replace(/ ?\[\d\]$/u, ''));
      }
    },
  );
});
