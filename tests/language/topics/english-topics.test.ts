import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../../src/language/analysis.ts';
import { AnswerableText } from '../../../src/language/answer-types/answerable-text.ts';
import { englishTopics } from '../../../src/language/topics/english-topics.ts';
import { anyText, FIXED } from '../../support/any-text.ts';
import { bundledLexicon } from '../../support/bundled-lexicon.ts';

const lexicon = await bundledLexicon();

function topics(text: string): string[] {
  const answerable = new AnswerableText(text, analyse(text), lexicon);
  return englishTopics(answerable, { lexicon, isWord: () => false }).map(
    ({ kind, text: topic }) => `${kind}: ${topic}`,
  );
}

describe('the topics of an English text', () => {
  it.each<[string, string[], string]>([
    [
      'The delegation, headed by Dr Fuad Hussein, met the prime minister of Iraq and the US Secretary of State.',
      [
        'person: Fuad Hussein',
        'office: the prime minister of Iraq',
        'office: the US Secretary of State',
      ],
      'persons without their title, offices with what they are of',
    ],
    [
      'It chaired their "Higher Coordination Committee" with the Kurdistan Regional Government and the Gulf Cooperation Council.',
      [
        'thing: the Higher Coordination Committee',
        'thing: the Kurdistan Regional Government',
        'thing: the Gulf Cooperation Council',
      ],
      'names of several words',
    ],
    [
      'The University of Duhok and Salahaddin University teach climate change in Erbil.',
      [
        'thing: the University of Duhok',
        'thing: Salahaddin University',
        'thing: climate change',
        'thing: Erbil',
      ],
      'with "of", with their own article, or with none',
    ],
    [
      'They met Iraqi security forces, US scientific agencies, UN agencies and Iraq’s public laboratories.',
      [
        'thing: Iraqi security forces',
        'thing: US scientific agencies',
        'thing: UN agencies',
        'thing: Iraq’s public laboratories',
      ],
      'what a country has',
    ],
    [
      'The US and the EU fight ISIS in Turkey’s south.',
      ['thing: the US', 'thing: the EU', 'thing: ISIS', 'thing: Turkey'],
      'letters, and an owner without its ’s',
    ],
    [
      'On Wednesday, 7 April 2021, in May 2020 and in 2008 the talks were held.',
      ['day: 7 April 2021', 'month: May 2020', 'year: 2008'],
      'times; a weekday is left out',
    ],
    [
      'Higher education and a stronger private sector: their foreign investment needs security forces.',
      ['thing: higher education', 'thing: the foreign investment', 'thing: security forces'],
      'phrases: without the capital of their sentence, with the article that an owner stood for',
    ],
  ])('%s: %j (%s)', (text, expected) => {
    expect(topics(text)).toEqual(expected);
  });

  it.each([
    ['They want to work together and make sure of it.', 'verbs that the lexicon has'],
    ['A long-term solution was found.', 'a compound before a noun'],
    ['Dialogue is the only way. Nobody knows.', 'what a sentence makes large'],
    ['Between Iraqi and other universities.', 'an adjective alone'],
    ['On Monday Mr and Mrs came.', 'days and forms of address'],
    ['A prime number, an armed force and another job opportunity.', 'one of several'],
    ['', 'nothing'],
  ])('%s has none: %s', (text) => {
    expect(topics(text)).toEqual([]);
  });

  it('are no words that stand before a verb: US sent troops', () => {
    expect(topics('Later US sent troops and Iraq reaffirms it.')).toEqual([
      'thing: the US',
      'thing: Iraq',
    ]);
  });

  it('are written in one line, wherever the text breaks', () => {
    expect(topics('It met the Gulf\nCooperation  Council.')).toEqual([
      'thing: the Gulf Cooperation Council',
    ]);
  });

  it('are no members and representatives as offices, but what they are', () => {
    expect(topics('He spoke with the member states.')).toEqual(['thing: the member states']);
  });

  it('are phrases of one line, of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const topic of topics(text)) expect(topic).toMatch(/^[a-z]+: \S(?:.*\S)?$/u);
      }),
      FIXED,
    );
  });
});
