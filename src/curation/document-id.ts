import type { DocumentId } from '../corpus/document.ts';
import { normalise } from '../language/normalise.ts';
import { romanise } from '../language/romanise.ts';

/** What the name of a file tells of the document in it. */
export interface NamedDocument {
  readonly id: DocumentId;
  /** The name without its endings, as a title to fall back on. */
  readonly name: string;
  /** Whether it is the English rendition of a document, as `.en` before the ending says. */
  readonly isRendition: boolean;
}

const LONGEST_ID = 60;
const ENDING = /\.(?:txt|text|md|markdown|html?|pdf|docx)$/iu;
const SIDE = /\.(?:ckb|ku|en)$/iu;
/** What clients put behind a name that they have saved before: `notice (2).pdf`. */
const COPY = /[ _]?\(\d{1,3}\)$/u;

/**
 * Reads the name of a file: `Water notice.en.docx` is the rendition of `water-notice`. The id has small Latin letters, digits and
 * hyphens, Kurdish letters romanised, so that it is a safe file name and can be typed; the same name gives the same id.
 */
export function nameDocument(fileName: string): NamedDocument {
  const whole = fileName.split(/[/\\]/u).at(-1) ?? '';
  const bare = whole.replace(ENDING, '').replace(COPY, '');
  const isRendition = /\.en$/iu.test(bare);
  const name = bare.replace(SIDE, '').replace(COPY, '').trim();
  return { id: idOf(name), name: name === '' ? 'document' : name, isRendition };
}

/** An id made of any text. */
export function idOf(text: string): DocumentId {
  const latin = normalise(text)
    .text.split(/(?<=\P{Script=Arabic})|(?=\P{Script=Arabic})/u)
    .map((run) => (/^\p{Script=Arabic}/u.test(run) ? romanise(run) : run))
    .join('')
    .normalize('NFKD')
    .toLowerCase();
  const id = latin
    .replaceAll(/[\u0142\u0159]/gu, (letter) => (letter === '\u0142' ? 'l' : 'r'))
    .replaceAll(/\p{M}|[\u2019']/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_ID)
    .replaceAll(/^-+|-+$/gu, '');
  return id === '' ? 'document' : id;
}
