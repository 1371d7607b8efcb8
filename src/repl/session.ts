import type { Answer, AnswerLanguage, LanguageChoice } from '../answering/answer.ts';
import type { ExplainingAnswerer, Trace } from '../answering/answerer.ts';
import { formatAnswer } from '../answering/format-answer.ts';
import { PirsyarError } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { explainTrace } from './why.ts';

/** What a terminal conversation rests on. */
export interface SessionParts {
  readonly answerer: ExplainingAnswerer;
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
  title(document: string): Readonly<Record<AnswerLanguage, string>>;
}

/** What came of one line. `kind` says where it belongs: an answer is data, the rest is talk. */
export interface Reply {
  readonly kind: 'answer' | 'information' | 'refusal' | 'end';
  readonly text: string;
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
    if (text.length > LONGEST_QUESTION) {
      return this.#say('refusal', 'repl-too-long', { length: text.length, most: LONGEST_QUESTION });
    }
    try {
      const question = { text, history: this.#history, language: this.#choice };
      this.#last = await this.#parts.answerer.explain(question);
    } catch (error) {
      if (!(error instanceof PirsyarError)) throw error;
      return this.#say('refusal', 'repl-failed', { reason: error.message });
    }
    this.#history = [...this.#history, text].slice(-REMEMBERED);
    const { answer } = this.#last;
    this.#spoken = answer.language;
    const titled = (document: string): string => this.#parts.title(document)[answer.language];
    return { kind: 'answer', text: formatAnswer(answer, titled) };
  }

  #run(name: string, argument: string): Reply {
    switch (name) {
      case 'help':
        return this.#say('information', 'repl-help');
      case 'why':
        return this.#why();
      case 'language':
        return this.#setLanguage(argument);
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

  get #words(): Messages {
    return this.#parts.messages[this.#spoken];
  }

  #say(kind: Reply['kind'], key: string, values: Record<string, string | number> = {}): Reply {
    return { kind, text: `${this.#words.text(key, values)}\n` };
  }
}
