import type { DocumentId } from '../corpus/document.ts';
import type { ExtractionProblem, ExtractionWarning } from '../corpus/extraction/extraction.ts';
import type { Mismatch } from '../corpus/rendition.ts';

/** What an upload would become. */
export type ProposalKind = 'new' | 'replacement' | 'rendition';

/** What the audit log calls it when an upload is added. */
export const ADDING = {
  new: 'add',
  replacement: 'replace',
  rendition: 'translate',
} as const satisfies Record<ProposalKind, string>;

/** What was read of an upload, for an admin to look at before it is added. */
export interface Proposal {
  /** Names it until it is added or dropped: 16 characters of `[A-Za-z0-9_-]`. */
  readonly key: string;
  readonly kind: ProposalKind;
  readonly document: DocumentId;
  /** The title it would have; of a rendition that of its document. */
  readonly title: string;
  readonly language: 'ckb' | 'en';
  /** Null where the format has none. */
  readonly pages: number | null;
  readonly paragraphs: number;
  readonly sentences: number;
  readonly words: number;
  /** The first words, on one line, at most 300 UTF-16 units. */
  readonly sample: string;
  readonly warnings: readonly ProposalWarning[];
}

/** What an admin should look at; `rendition-breaks`: the document's English rendition is of the old text, and will be left out. */
export type ProposalWarning = ExtractionWarning | 'rendition-breaks';

/** Why an upload can't be added. */
export type Refusal =
  | { readonly reason: ExtractionProblem }
  | { readonly reason: 'not-sorani' | 'not-english' | 'only-a-link' | 'too-many-waiting' }
  | { readonly reason: 'duplicate' | 'no-document'; readonly document: DocumentId }
  | {
      readonly reason: 'misaligned';
      readonly document: DocumentId;
      readonly mismatch: Mismatch;
      /** The beginning of the paragraph in either text; empty where there is none. */
      readonly beginnings: { readonly document: string; readonly rendition: string };
    };

export type Intake = { readonly proposal: Proposal } | { readonly refusal: Refusal };
