import type { Answer, AnswerLanguage, LanguageChoice } from '../answering/answer.ts';
import type { ExplainingAnswerer } from '../answering/answerer.ts';
import { titleWithDate } from '../answering/document-listing.ts';
import type { DocumentListing } from '../answering/document-listing.ts';
import type { Trace } from '../answering/find-evidence.ts';
import { formatAnswer } from '../answering/format-answer.ts';
import { PirsyarError } from '../errors.ts';
import type { Messages } from '../messages.ts';
import type { QuoteCheck, QuoteChecker } from '../proof/quote-check.ts';
import { explainTrace } from './why.ts';

/** What a terminal conversation rests on. */
export interface SessionParts {
  readonly answerer: ExplainingAnswerer;
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
  /** The documents that are served now. */
  documents(): readonly DocumentListing[];
  /** Checks what is said to be a quote, and puts what came of it into words. */
  readonly quotes: QuoteChecker & { format(check: QuoteCheck): string };
  title(document: string): Readonly<Record<AnswerLanguage, string>>;
  /** A quiet line for the reader of an answer; null for most. */
  note(answer: Answer): string | null;
}

/** What came of one line. `kind` says where it belongs: an answer is data, the rest is talk. */
export interface Reply {
  readonly kind: 'answer' | 'information' | 'refusal' | 'end';
  readonly text: string;
  /** A quiet line that goes with it; talk, not data. */
  readonly note?: string;
}

/** The longest question, in UTF-16 code units. */
const LONGEST_QUESTION = 10_000;
/** Earlier questions that are remembered. */
const REMEMBERED = 10;
const COMMAND = /^:(\S*)\s*(.*)$/su;

/** One conversation in the terminal: questions and `:commands`, one a line. */
export class Session {
  readonly #parts: SessionParts;
  #history: string[] = [];
  #choice: LanguageChoice = 'auto';
  /** The document that is asked alone; null: all. */
  #document: string | null = null;
  #spoken: AnswerLanguage = 'en';
  #last: { answer: Answer; trace: Trace } | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Answers one line, which is not blank. Never rejects for what a line says. */
  handle(line: string): Promise<Reply> {
    const command = COMMAND.exec(line.trim());
    if (command === null) return this.#ask(line.trim());
    const [, name = '', argument = ''] = command;
    return Promise.resolve(this.#run(name.toLowerCase(), argument.trim()));
  }

  async #ask(text: string): Promise<Reply> {
    if (text.length > LONGEST_QUESTION) return this.#tooLong(text);
    try {
      this.#last = await this.#parts.answerer.explain({
        text,
        history: this.#history,
        language: this.#choice,
        ...(this.#document === null ? {} : { document: this.#document }),
      });
    } catch (error) {
      if (!(error instanceof PirsyarError)) throw error;
      return this.#say('refusal', 'repl-failed', { reason: error.message });
    }
    this.#history = [...this.#history, text].slice(-REMEMBERED);
    const { answer } = this.#last;
    this.#spoken = answer.language;
    const titled = (document: string): string => this.#parts.title(document)[answer.language];
    const note = this.#parts.note(answer);
    return {
      kind: 'answer',
      text: formatAnswer(answer, titled),
      ...(note === null ? {} : { note }),
    };
  }

  #run(name: string, argument: string): Reply {
    switch (name) {
      case 'help':
        return this.#say('information', 'repl-help');
      case 'check':
        return this.#check(argument);
      case 'why':
        return this.#why();
      case 'language':
        return this.#setLanguage(argument);
      case 'documents':
        return this.#listDocuments();
      case 'document':
        return this.#setDocument(argument);
      case 'reset':
        this.#history = [];
        this.#last = null;
        return this.#say('information', 'repl-reset');
      case 'quit':
      case 'q':
        return { kind: 'end', text: '' };
      default:
        return this.#say('refusal', 'repl-unknown-command', { command: `:${name}` });
    }
  }

  #check(text: string): Reply {
    if (text === '') return this.#say('refusal', 'repl-check-empty');
    if (text.length > LONGEST_QUESTION) return this.#tooLong(text);
    const { quotes } = this.#parts;
    return { kind: 'answer', text: quotes.format(quotes.check({ text })) };
  }

  #tooLong({ length }: string): Reply {
    return this.#say('refusal', 'repl-too-long', { length, most: LONGEST_QUESTION });
  }

  #why(): Reply {
    if (this.#last === null) return this.#say('refusal', 'repl-nothing-asked');
    return { kind: 'information', text: explainTrace(this.#last, this.#words) };
  }

  #setLanguage(argument: string): Reply {
    if (argument !== '') {
      if (argument !== 'auto' && argument !== 'ckb' && argument !== 'en') {
        return this.#say('refusal', 'repl-language-wrong');
      }
      this.#choice = argument;
      if (argument !== 'auto') this.#spoken = argument;
    }
    return this.#say('information', 'repl-language-now', { language: this.#choice });
  }

  #listDocuments(): Reply {
    const lines = this.#parts.documents().map((document) => {
      const mark = document.id === this.#document ? '›' : ' ';
      return `${mark} ${document.id} – ${titleWithDate(document, this.#spoken)}\n`;
    });
    return { kind: 'information', text: lines.join('') };
  }

  #setDocument(argument: string): Reply {
    if (argument === 'all') this.#document = null;
    else if (argument !== '') {
      const isKnown = this.#parts.documents().some(({ id }) => id === argument);
      if (!isKnown) return this.#say('refusal', 'repl-document-unknown', { document: argument });
      this.#document = argument;
    }
    return this.#document === null
      ? this.#say('information', 'repl-document-all')
      : this.#say('information', 'repl-document-now', { document: this.#document });
  }

  get #words(): Messages {
    return this.#parts.messages[this.#spoken];
  }

  #say(kind: Reply['kind'], key: string, values: Record<string, string | number> = {}): Reply {
    return { kind, text: `${this.#words.text(key, values)}\n` };
  }
}
