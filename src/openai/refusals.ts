import type { Fault } from './faults.ts';

/** Parameters that a request can do without, and how servers name them when they refuse them. */
const NAMES = {
  response_format: /response.?format|json.?schema|structured output|grammar/iu,
  stream_options: /stream_options|include_usage/iu,
  reasoning_effort: /reasoning/iu,
  max_completion_tokens: /max_completion_tokens/iu,
  max_tokens: /max_tokens/iu,
  temperature: /temperature/iu,
  dimensions: /dimensions|matryoshka/iu,
  stream: /\bstream(?:ing)?\b/iu,
} as const;

/** A parameter that a request can do without. */
export type OptionalParameter = keyof typeof NAMES;

const PARAMETERS = Object.keys(NAMES).filter((name): name is OptionalParameter => name in NAMES);
/** Statuses that servers refuse a parameter with. */
const STATUSES = new Set([400, 404, 422, 501]);
const UNSUPPORTED =
  /unsupported|not supported|unrecogni[sz]ed|unknown (?:parameter|field|argument)|extra (?:inputs|fields)|not permitted/iu;

/**
 * Which of the parameters sent is to be left out because the server refuses it; null where the refusal is of something else.
 * `sent` is in the order in which a parameter is suspected where the server names none.
 */
export function refusedParameter(
  { status, param, words }: Fault,
  sent: readonly OptionalParameter[],
): OptionalParameter | null {
  if (status === null || !STATUSES.has(status)) return null;
  const named = sent.find((name) => param?.split(/[.[]/u)[0] === name);
  if (named !== undefined) return named;
  const mentioned = PARAMETERS.find((name) => sent.includes(name) && NAMES[name].test(words));
  if (mentioned !== undefined) return mentioned;
  return UNSUPPORTED.test(words) ? (sent[0] ?? null) : null;
}
