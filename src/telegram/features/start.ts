import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import type { AnswerLanguage } from '../../answering/answer.ts';
import { addressedSentence } from '../address.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { showSentence } from '../page-view.ts';
import { exampleData, EXAMPLES_SHOWN } from './examples.ts';

const TITLES_SHOWN = 10;

/** `/start`: a greeting, the documents that can be asked about, and three questions to tap; with the address of a sentence, that. */
export function startFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('start', async (ctx) => {
    const sentence = addressedSentence(ctx.match);
    if (sentence !== null) {
      await showSentence(desk, ctx, { id: sentence });
      return;
    }
    const language = desk.languageFor(ctx);
    const keyboard = exampleButtons(desk, language);
    await say(ctx, greeting(desk, language, keyboard !== undefined), keyboard);
  });
  return feature;
}

function greeting(desk: Desk, language: AnswerLanguage, withExamples: boolean): string {
  const words = desk.parts.messages[language];
  const documents = desk.parts.library.documents();
  const lines = documents
    .slice(0, TITLES_SHOWN)
    .map(({ title }) => words.text('bot-document', { title: title[language] }));
  if (documents.length > TITLES_SHOWN) {
    lines.push(words.text('bot-more-documents', { count: documents.length - TITLES_SHOWN }));
  }
  const known =
    lines.length === 0
      ? words.text('bot-no-documents')
      : [words.text('bot-documents'), ...lines].join('\n');
  const paragraphs = [words.text('bot-greeting'), known];
  if (withExamples) {
    paragraphs.push(words.text('bot-try'));
  }
  return paragraphs.join('\n\n');
}

function exampleButtons(desk: Desk, language: AnswerLanguage): InlineKeyboard | undefined {
  const examples = desk.parts.library.examples(language).slice(0, EXAMPLES_SHOWN);
  if (examples.length === 0) {
    return undefined;
  }
  return InlineKeyboard.from(
    examples.map((question, index) => [
      InlineKeyboard.text(question, exampleData(language, index)),
    ]),
  );
}
