import { describe, expect, it } from 'vitest';

import { holdsAnswerTo } from '../../src/language/answer-evidence.ts';
import { normalise } from '../../src/language/normalise.ts';
import type { QuestionType } from '../../src/language/question-type.ts';

describe('what an answer leaves on its sentence', () => {
  it.each<[QuestionType, string, boolean, string]>([
    ['how-many', 'لە ساڵی ٢٠٠٨دا', true, 'digits'],
    ['how-many', 'هەردوو وڵات', true, 'both'],
    ['how-many', 'گەڕی سێیەم', true, 'an ordinal'],
    ['how-many', 'The third round', true, 'an English one'],
    ['how-many', 'Three Ministers', true, 'an English number at the beginning'],
    ['how-many', 'شاندی عێراق هات', false, 'no number'],
    ['how-many', 'The delegation came', false, 'none in English'],
    ['when', 'رۆژی چوارشەممە', true, 'a day, with the plain ر'],
    ['when', 'ساڵی ڕابردوو', true, 'a year'],
    ['when', '٠٧ - ٠٤ - ٢٠٢١', true, 'a date'],
    ['when', 'On Wednesday', true, 'an English day'],
    ['when', 'شاندی عێراق هات', false, 'no time'],
    ['when', 'The delegation came', false, 'none in English'],
    ['who', 'هات', true, 'a name leaves no plain trace'],
    ['why', 'هات', true, 'nor does a reason'],
    ['other', '', true, 'nor what we cannot tell'],
  ])('%s in %j: %s, %s', (type, sentence, expected) => {
    expect(holdsAnswerTo(type, normalise(sentence).text)).toBe(expected);
  });
});
