import type {
  Answer,
  Answerer,
  AnswerOptions,
  Citation,
  Question,
} from '../../src/answering/answer.ts';
import { Script } from './script.ts';

/** A sentence of the statement, marks and all. */
export const QUOTE = 'شاندەکەی عێراق نوێنەری حکومەتی هەرێمی کوردستانیشی تێدا بوو، "لیژنەی باڵا" 🙂.';

/** A citation of the statement. */
export function citation(changes: Partial<Citation> = {}): Citation {
  return {
    marker: 1,
    document: 'statement',
    passage: 'passage-0000000001',
    sentence: 'sentence-000000001',
    quote: QUOTE,
    start: 10,
    end: 10 + QUOTE.length,
    rendition: null,
    ...changes,
  };
}

/** An answer to whatever was asked. */
export function answer(changes: Partial<Answer> = {}): Answer {
  return {
    question: '',
    questionLanguage: 'ckb',
    language: 'ckb',
    status: 'answered',
    confidence: 0.9,
    answer: 'بەڵێ، نوێنەری هەرێمی کوردستانی تێدا بوو. [1]',
    citations: [citation()],
    composer: 'extractive',
    emphasis: [],
    degraded: null,
    ...changes,
  };
}

/** What a fake does with a question. */
type Reply = (options: AnswerOptions) => Promise<Answer>;

/** Answers what it was told to and throws at anything else; records what it was asked. */
export class FakeAnswerer implements Answerer {
  readonly asked: Question[] = [];
  readonly #script = new Script<Reply>();

  /** What a question gets, from now on. */
  on(text: string, reply: Answer | Error | Promise<Answer> = answer()): this {
    this.#script.set(text, reply instanceof Error ? reply : async () => reply);
    return this;
  }

  /** How an answer to a question is written, from now on. */
  writes(text: string, reply: Reply): this {
    this.#script.set(text, reply);
    return this;
  }

  async answer(question: Question, options: AnswerOptions = {}): Promise<Answer> {
    this.asked.push(question);
    return this.#script.replyTo(question.text)(options);
  }
}

/** A promise that a test settles when it likes. */
export function held<Value>(): { promise: Promise<Value>; release: (value: Value) => void } {
  const waiting: ((value: Value) => void)[] = [];
  const promise = new Promise<Value>((resolve) => {
    waiting.push(resolve);
  });
  return {
    promise,
    release(value) {
      for (const resolve of waiting) resolve(value);
    },
  };
}
