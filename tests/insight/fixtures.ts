import { readFileSync } from 'node:fs';

import type { AskedQuestion } from '../../src/insight/asked-question.ts';
import type { Messages } from '../../src/messages.ts';
import { createMessages } from '../../src/messages.ts';

export const NOON = Date.UTC(2026, 10, 22, 12);
export const DAY = 24 * 60 * 60 * 1000;

/** A question that was answered. */
export function asked(changes: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    at: NOON,
    question: 'کێ سەرۆکایەتیی شاندەکەی کرد؟',
    questionLanguage: 'ckb',
    language: 'ckb',
    status: 'answered',
    vote: null,
    reason: null,
    document: null,
    nearest: [{ sentence: 'one', document: 'statement', quote: 'شاندەکە گەیشتە واشنتن.' }],
    ...changes,
  };
}

/** One that was refused. */
export function refused(question: string, changes: Partial<AskedQuestion> = {}): AskedQuestion {
  return asked({ question, status: 'not-in-document', ...changes });
}

/** The words of the room. */
export function insightWords(language: 'ckb' | 'en'): Messages {
  const file = new URL(`../../data/messages/${language}/insight.ftl`, import.meta.url);
  return createMessages(language, [readFileSync(file, 'utf8')]);
}
