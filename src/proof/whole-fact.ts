import type { DocumentId, Span } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import { agrees, datesIn } from '../language/dates.ts';
import type { DateMention } from '../language/dates.ts';
import { numbersIn } from '../language/numbers.ts';
import { yearIn, yearsIn } from '../language/years.ts';
import { citeSpan } from './check-citation.ts';
import { locate } from './locate.ts';
import { namesIn } from './names.ts';
import type { ProofSnapshot } from './near-sentences.ts';
import { candidatePassages } from './quote-candidates.ts';
import type { QuoteCheck } from './quote-check.ts';

/** Where a whole name, date or number stands. */
export type WholeFact = Pick<QuoteCheck, 'variant' | 'via' | 'citation'>;

/** A text that is nothing but a name, a date or a number, where it stands; null for other texts, and where it stands nowhere. */
export function wholeFact(
  snapshot: ProofSnapshot,
  text: string,
  document?: DocumentId,
): WholeFact | null {
  const words = analyse(text).filter(({ stopword }) => !stopword);
  if (words.length === 0) return null;
  const year = yearIn(text);
  const dates = year === null ? datesIn(text) : [year];
  const names = namesIn(text, snapshot.lexicon).map((name) => withParticle(name, text));
  const covered = [...dates, ...numbersIn(text), ...names];
  // An ending behind a number belongs to it: ٢٠٠٨ی.
  const isFact = words.every(({ start }) =>
    covered.some((span) => span.start <= start && start <= span.end),
  );
  if (!isFact) return null;
  const [date] = dates;
  return (
    located(snapshot, text, document) ??
    (date !== undefined && dates.length === 1 ? datedBy(snapshot, date, document) : null)
  );
}

/** What a name has before it, written together with it: al-Kadhimi, el-Sisi. */
const PARTICLE = /\p{L}{1,4}[-\u2010\u2011]$/u;

function withParticle({ start, end }: Span, text: string): Span {
  return { start: start - (PARTICLE.exec(text.slice(0, start))?.[0].length ?? 0), end };
}

function located(snapshot: ProofSnapshot, text: string, document?: DocumentId): WholeFact | null {
  for (const side of ['sorani', 'english'] as const) {
    const [place] = locate(snapshot, text, { side, document });
    const [sentence] = place?.sentences ?? [];
    if (place === undefined || sentence === undefined) continue;
    const span = side === 'sorani' ? place : sentence;
    return {
      variant: place.variant,
      via: side === 'sorani' ? 'source' : 'rendition',
      citation: citeSpan(place.passage, sentence, span),
    };
  }
  return null;
}

/** A date that a document gives in another form. */
function datedBy(
  snapshot: ProofSnapshot,
  said: DateMention,
  document?: DocumentId,
): WholeFact | null {
  if (said.year === null) return null;
  for (const passage of candidatePassages(snapshot, String(said.year), 'sorani')) {
    if (document !== undefined && passage.document !== document) continue;
    for (const sentence of passage.sentences) {
      const dates = [...datesIn(sentence.text), ...yearsIn(sentence.text)];
      const date = dates.find((one) => agrees(said, one));
      if (date === undefined) continue;
      const span = { start: sentence.start + date.start, end: sentence.start + date.end };
      return {
        variant: true,
        via: 'source',
        citation: citeSpan(passage, sentence, span),
      };
    }
  }
  return null;
}
