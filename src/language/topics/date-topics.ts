import type { AnswerableText, PlacedSpan } from '../answer-types/answerable-text.ts';
import { writeForReader } from '../answer-types/for-reader.ts';
import type { ReaderLanguage } from '../answer-types/for-reader.ts';
import { overlaps } from '../answer-types/span.ts';
import type { Topic } from './topic.ts';

const KINDS = { date: 'day', month: 'month', year: 'year' } as const;

/** The days, months and years that a text names, as a reader writes them, each with its year; of a day with its weekday the day alone. */
export function dateTopics(text: AnswerableText, language: ReaderLanguage): Topic[] {
  const written = (['date', 'month', 'year'] as const).flatMap((kind) =>
    text.spans([kind]).flatMap((span) => {
      const said = writeForReader(text.source.slice(span.start, span.end), kind, language) ?? '';
      return isPlain(said) ? [{ span, topic: { kind: KINDS[kind], text: said } }] : [];
    }),
  );
  return written
    .filter(({ span }) => !written.some((other) => isPart(span, other.span)))
    .map(({ topic }) => topic);
}

/** With a year, without a weekday. */
function isPlain(said: string): boolean {
  return /(?:[0-9]{4}|[٠-٩]{4})$/u.test(said) && !/[,،]/u.test(said);
}

function isPart(one: PlacedSpan, other: PlacedSpan): boolean {
  return overlaps(one, other) && one.end - one.start < other.end - other.start;
}
