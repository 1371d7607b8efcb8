import { integer, record } from '../../tests/support/bot-api/payload.ts';
import type { ApiCall } from '../../tests/support/bot-api/server.ts';
import type { Round, RoundReport } from './round.ts';

/** What a crowd needs of the world. */
interface CrowdParts {
  /** Sends a text in the private chat of a person, and gives the id of the message. */
  readonly send: (chat: number, text: string) => number;
  /** Milliseconds. */
  readonly now: () => number;
  /** Runs later, when the bot has been told that its message was sent. */
  readonly later: (work: () => void) => void;
  /** Is told how many questions are answered by now, after each. */
  readonly onAnswered: (answered: number) => void;
}

/** People who ask, each in a chat of their own. */
export interface Crowd {
  begin(): void;
  /** Something that the bot did. */
  hear(call: ApiCall): void;
  readonly answered: number;
  /** Whether nothing waits and nothing is left to ask. */
  readonly isAnswered: boolean;
  report(): Omit<RoundReport, 'serverCpuMs'>;
}

interface Question {
  readonly askedAt: number;
  sign: number | null;
  answer: number | null;
  answers: number;
}

interface Chat {
  readonly id: number;
  readonly texts: readonly string[];
  readonly questions: Question[];
  readonly byMessage: Map<number, Question>;
  /** Questions that were answered before their chat action came: it comes yet, and is no sign of the next answer. */
  actionsOwed: number;
  hasActed: boolean;
}

const ACTION = 'sendChatAction';
const SIGNS: ReadonlySet<string> = new Set([ACTION, 'setMessageReaction', 'sendMessageDraft']);

/** A crowd that hasn't asked yet. */
export function createCrowd(
  { questions, atOnce, replies }: Round,
  { send, now, later, onAnswered }: CrowdParts,
): Crowd {
  const chats = new Map(questions.map((texts, index) => [index + 1, newChat(index + 1, texts)]));
  const asked = questions.reduce((sum, texts) => sum + texts.length, 0);
  const toSign: number[] = [];
  const toAnswer: number[] = [];
  let [startedAt, endedAt] = [0, 0];
  let [answered, twice, outOfOrder, others] = [0, 0, 0, 0];

  function askNext(chat: Chat): void {
    const text = chat.texts[chat.questions.length];
    if (text === undefined) return;
    const question = { askedAt: now(), sign: null, answer: null, answers: 0 };
    chat.questions.push(question);
    chat.byMessage.set(send(chat.id, text), question);
  }

  function see(question: Question, at: number): void {
    if (question.sign !== null) return;
    question.sign = at - question.askedAt;
    toSign.push(question.sign);
  }

  function hearAnswer(chat: Chat, question: Question, at: number): void {
    question.answers += 1;
    if (question.answers === 2) twice += 1;
    if (question.answers > 1) return;
    if (waiting(chat) !== question) outOfOrder += 1;
    see(question, at);
    question.answer = at - question.askedAt;
    toAnswer.push(question.answer);
    if (!chat.hasActed) chat.actionsOwed += 1;
    chat.hasActed = false;
    answered += 1;
    endedAt = at;
    onAnswered(answered);
    later(() => askNext(chat));
  }

  function hearMessage(chat: Chat, result: unknown, at: number): void {
    const repliedTo = integer(record(record(result)['reply_to_message'])['message_id']);
    const question = replies ? chat.byMessage.get(repliedTo ?? 0) : waiting(chat);
    if (question === undefined) others += 1;
    else hearAnswer(chat, question, at);
  }

  function hearSign(chat: Chat, { method, result }: ApiCall, at: number): void {
    const isLate = method === ACTION && chat.actionsOwed > 0;
    if (isLate) chat.actionsOwed -= 1;
    else chat.hasActed ||= method === ACTION;
    const question = waiting(chat);
    if (question !== undefined && !isLate && result !== undefined) see(question, at);
  }

  return {
    begin() {
      startedAt = now();
      for (const chat of chats.values()) {
        for (let open = 0; open < Math.min(atOnce, chat.texts.length); open += 1) askNext(chat);
      }
    },
    hear(call) {
      const { method, payload, result } = call;
      const chat = chats.get(integer(payload['chat_id']) ?? 0);
      if (chat === undefined) return;
      if (SIGNS.has(method)) hearSign(chat, call, now());
      else if (method === 'sendMessage' && result !== undefined) hearMessage(chat, result, now());
    },
    get answered() {
      return answered;
    },
    get isAnswered() {
      return answered === asked;
    },
    report: () => ({
      asked,
      answered,
      twice,
      outOfOrder,
      others,
      elapsedMs: endedAt - startedAt,
      toSign,
      toAnswer,
    }),
  };
}

function newChat(id: number, texts: readonly string[]): Chat {
  return { id, texts, questions: [], byMessage: new Map(), actionsOwed: 0, hasActed: false };
}

/** The oldest question of a chat that is not yet answered. */
function waiting({ questions }: Chat): Question | undefined {
  return questions.find(({ answer }) => answer === null);
}
