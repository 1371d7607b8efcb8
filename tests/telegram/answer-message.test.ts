import { describe, expect, it } from 'vitest';

import { answerMessages } from '../../src/telegram/answer-message.ts';
import { TITLES, WORDS } from './bot-harness.ts';
import { answer, citation, QUOTE } from './fake-answerer.ts';

const RENDITION = { text: 'The Iraqi delegation included the Region.', start: 0, end: 41 };

function view(language: 'ckb' | 'en'): Parameters<typeof answerMessages>[1] {
  return {
    words: WORDS[language],
    titleOf: () => TITLES[language],
    addressOf: (sentence) => `https://t.me/pirsyar_bot?start=s_${sentence}`,
    note: null,
  };
}

describe('the message of an answer', () => {
  it('holds the answer, then marker and title, then the quote and nothing else as an entity', () => {
    const [message, ...more] = answerMessages(answer(), view('ckb'));
    expect(more).toEqual([]);
    expect(message?.text).toBe(
      `بەڵێ، نوێنەری هەرێمی کوردستانی تێدا بوو. [1]\n\n\u200f\u2068[1]\u2069 \u2068${TITLES.ckb}\u2069\n${QUOTE}`,
    );
    expect(message?.entities).toEqual([
      {
        type: 'text_link',
        offset: message?.text.indexOf(TITLES.ckb) ?? 0,
        length: TITLES.ckb.length,
        url: 'https://t.me/pirsyar_bot?start=s_sentence-000000001',
      },
      {
        type: 'expandable_blockquote',
        offset: (message?.text.length ?? 0) - QUOTE.length,
        length: QUOTE.length,
      },
    ]);
  });

  it('shows the Sorani sentence below an English answer whose text is the rendition', () => {
    const english = answer({
      language: 'en',
      answer: `${RENDITION.text} [1]`,
      citations: [citation({ rendition: RENDITION })],
    });
    const [message] = answerMessages(english, view('en'));
    expect(message?.text.split(RENDITION.text)).toHaveLength(2);
    expect(message?.text.endsWith(QUOTE)).toBe(true);
  });

  it('shows the nearest sentences below a refusal, in English with their rendition', () => {
    const refusal = answer({
      language: 'en',
      status: 'not-in-document',
      answer: 'That is not in the documents.',
      citations: [citation({ marker: 0, rendition: RENDITION })],
    });
    const [message] = answerMessages(refusal, view('en'));
    expect(message?.text).toBe(
      `That is not in the documents.\n\n${TITLES.en}\n${RENDITION.text}\n${QUOTE}`,
    );
  });

  it('puts a quote in its place behind the document, whose title keeps its direction', () => {
    const titled = answer({
      answer: `خێرا\nلە «Joint statement» (٧ی نیسانی ٢٠٢١):\n${QUOTE} [1]`,
      emphasis: [{ start: 0, end: 4 }],
    });
    const [message] = answerMessages(titled, { ...view('ckb'), titleOf: () => 'Joint statement' });
    expect(message?.text).toBe(
      `خێرا\nلە «\u2068Joint statement\u2069» (٧ی نیسانی ٢٠٢١):\n${QUOTE}`,
    );
    expect(message?.entities.map(({ type, offset }) => [type, offset])).toEqual([
      ['bold', 0],
      ['text_link', message?.text.indexOf('\u2068')],
      ['expandable_blockquote', (message?.text.length ?? 0) - QUOTE.length],
    ]);
  });

  it('keeps what stands in a quote, whatever it is', () => {
    const quote = ' «د. Fuad» \u200c[1]\u202b *_`<b> ';
    const [message] = answerMessages(answer({ citations: [citation({ quote })] }), view('ckb'));
    const entity = message?.entities.find(({ type }) => type === 'expandable_blockquote');
    expect(message?.text.slice(entity?.offset)).toBe(quote);
  });

  it('shows a tapped question, since it stands nowhere else', () => {
    const [message] = answerMessages(answer(), { ...view('en'), question: 'Who?' });
    expect(message?.text.startsWith('Question: \u2068Who?\u2069\n\n')).toBe(true);
  });
});
