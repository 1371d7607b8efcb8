import type { MessageEntity } from 'grammy/types';

import { directionOf } from './direction.ts';

/** A part of a text, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** An element that shows an entity; `class` is empty for most. */
interface Element {
  readonly name: string;
  readonly class: string;
}

type Placed = Span & Element;

const LINK = element('a');

/** What stands within a line. */
const INLINE: Readonly<Partial<Record<MessageEntity['type'], Element>>> = {
  bold: element('b'),
  italic: element('i'),
  underline: element('u'),
  strikethrough: element('s'),
  code: element('code'),
  spoiler: element('span', 'spoiler'),
  text_link: LINK,
  text_mention: LINK,
  mention: LINK,
  bot_command: LINK,
  hashtag: LINK,
  cashtag: LINK,
  url: LINK,
  email: LINK,
  phone_number: LINK,
};

/** What takes whole lines. */
const BLOCKS: Readonly<Partial<Record<MessageEntity['type'], Element>>> = {
  blockquote: element('blockquote'),
  expandable_blockquote: element('blockquote', 'expandable'),
  pre: element('pre'),
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/**
 * A message's text as HTML, to be shown with `white-space: pre-wrap`: a `p` in its own direction for each paragraph, its line end in it, and
 * the entities as elements. Without its tags it is the text, escaped, unit by unit.
 *
 * Offsets are UTF-16 units. Entities may nest, and overlap, where the inner one is closed and opened again; blocks stand outside of all
 * others and take the line end behind them. What reaches behind the text is cut, what covers nothing is left out.
 */
export function renderEntities(text: string, entities: readonly MessageEntity[]): string {
  const placed = place(text, entities, INLINE);
  const show = (part: Span): string =>
    paragraphsOf(text, part)
      .map((one) => {
        const direction = directionOf(text.slice(one.start, one.end));
        return `<p dir="${direction}">${renderInline(text, one, placed)}</p>`;
      })
      .join('');
  let html = '';
  let position = 0;
  for (const block of place(text, entities, BLOCKS)) {
    if (block.start < position) continue;
    const end = text.charAt(block.end) === '\n' ? block.end + 1 : block.end;
    const direction = directionOf(text.slice(block.start, end));
    const quoted = show({ start: block.start, end });
    html += show({ start: position, end: block.start });
    html += `${opening(block, ` dir="${direction}"`)}<div>${quoted}</div></${block.name}>`;
    position = end;
  }
  return html + show({ start: position, end: text.length });
}

/** Text that means itself in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"\r]/gu, (sign) => ESCAPES[sign] ?? sign);
}

function element(name: string, className = ''): Element {
  return { name, class: className };
}

function opening({ name, class: className }: Element, attributes = ''): string {
  return `<${name}${className === '' ? '' : ` class="${className}"`}${attributes}>`;
}

/** The entities that have elements, as parts of the text, the outer before the inner. */
function place(
  text: string,
  entities: readonly MessageEntity[],
  elements: typeof INLINE,
): readonly Placed[] {
  return entities
    .flatMap(({ type, offset, length }) => {
      const shown = elements[type];
      const start = Math.max(0, offset);
      const end = Math.min(text.length, offset + length);
      return shown === undefined || end <= start ? [] : [{ ...shown, start, end }];
    })
    .toSorted((left, right) => left.start - right.start || right.end - left.end);
}

/** The lines of a part of the text, each with its end. */
function paragraphsOf(text: string, { start, end }: Span): readonly Span[] {
  const lines = text.slice(start, end).match(/[^\n]*\n|[^\n]+/gu) ?? [];
  let position = start;
  return lines.map((line) => {
    const from = position;
    position += line.length;
    return { start: from, end: position };
  });
}

/** One line with the elements in it. */
function renderInline(text: string, line: Span, placed: readonly Placed[]): string {
  const inside = placed
    .map((one) => ({
      ...one,
      start: Math.max(one.start, line.start),
      end: Math.min(one.end, line.end),
    }))
    .filter(({ start, end }) => start < end);
  const edges = inside.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([line.start, ...edges, line.end])].toSorted(
    (left, right) => left - right,
  );
  let html = '';
  let open: readonly Placed[] = [];
  for (const [index, cut] of cuts.entries()) {
    const wanted = inside.filter(({ start, end }) => start <= cut && cut < end);
    html += change(open, wanted) + escapeHtml(text.slice(cut, cuts[index + 1] ?? cut));
    open = wanted;
  }
  return html;
}

/** The tags between what was open and what is wanted. */
function change(open: readonly Placed[], wanted: readonly Placed[]): string {
  const parting = open.findIndex((one, index) => one !== wanted[index]);
  const kept = parting === -1 ? open.length : parting;
  const closed = open.slice(kept).toReversed();
  const opened = wanted.slice(kept);
  return [...closed.map(({ name }) => `</${name}>`), ...opened.map((one) => opening(one))].join('');
}
