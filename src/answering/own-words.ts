import type { Answer } from './answer.ts';

/** An answer with a line's end in the place of each text it cites, the longest first: those may hold numbers, brackets and each other. */
export function ownWords({ answer, citations }: Pick<Answer, 'answer' | 'citations'>): string {
  return citations
    .flatMap(({ quote, rendition }) => [quote, rendition?.text ?? ''])
    .filter((text) => text !== '')
    .toSorted((left, right) => right.length - left.length)
    .reduce((rest, text) => rest.replaceAll(text, '\n'), answer);
}

/** Whether an answer made of the documents' own sentences says itself which document of this title speaks. */
export function namesTitle(
  answer: Pick<Answer, 'answer' | 'citations' | 'composer'>,
  title: string,
): boolean {
  return answer.composer === 'extractive' && ownWords(answer).includes(title);
}
