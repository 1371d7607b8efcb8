import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';

import { renderEntities } from '../../scripts/conversations/entities.ts';
import { anyText, FIXED } from '../support/any-text.ts';

type Plain = 'bold' | 'italic' | 'blockquote' | 'expandable_blockquote' | 'bot_command' | 'code';

function entity(type: Plain, offset: number, length: number): MessageEntity {
  return { type, offset, length };
}

function ltr(html: string): string {
  return `<p dir="ltr">${html}</p>`;
}

describe('the HTML of a text with entities', () => {
  it.each([
    ['is a paragraph in its direction', 'سڵاو', [], '<p dir="rtl">سڵاو</p>'],
    ['has one for each line', 'a\n\nسڵاو', [], `${ltr('a\n')}${ltr('\n')}<p dir="rtl">سڵاو</p>`],
    ['is escaped', 'a<b> & "c"', [], ltr('a&lt;b&gt; &amp; &quot;c&quot;')],
    ['counts in UTF-16 units', '🙂 ab', [entity('bold', 3, 2)], ltr('🙂 <b>ab</b>')],
    [
      'nests what lies inside',
      'abc',
      [entity('italic', 1, 1), entity('bold', 0, 3)],
      ltr('<b>a<i>b</i>c</b>'),
    ],
    [
      'closes and opens again what overlaps',
      'abc',
      [entity('bold', 0, 2), entity('italic', 1, 2)],
      ltr('<b>a<i>b</i></b><i>c</i>'),
    ],
    [
      'goes on in the next line',
      'a\nb',
      [entity('bold', 0, 3)],
      ltr('<b>a\n</b>') + ltr('<b>b</b>'),
    ],
    [
      'keeps the line end behind a block in it',
      'a\nب\nc',
      [entity('blockquote', 2, 1)],
      `${ltr('a\n')}<blockquote dir="rtl"><div><p dir="rtl">ب\n</p></div></blockquote>${ltr('c')}`,
    ],
    [
      'puts a block outside of what began before it',
      'ab',
      [entity('bold', 0, 2), entity('expandable_blockquote', 1, 1)],
      `${ltr('<b>a</b>')}<blockquote class="expandable" dir="ltr"><div>${ltr('<b>b</b>')}</div></blockquote>`,
    ],
    [
      'leaves out what covers nothing',
      'ab',
      [entity('bold', 5, 2), entity('code', 1, 0)],
      ltr('ab'),
    ],
    ['cuts what reaches behind the text', '/id', [entity('bot_command', 0, 9)], ltr('<a>/id</a>')],
  ] as const)('%s', (_, text, entities, html) => {
    expect(renderEntities(text, entities)).toBe(html);
  });

  const types = ['bold', 'italic', 'blockquote', 'expandable_blockquote', 'code'] as const;
  const anyEntity = fc.record({
    type: fc.constantFrom(...types),
    offset: fc.integer({ min: -2, max: 40 }),
    length: fc.integer({ min: -2, max: 40 }),
  });

  it('is the text again without its tags, and closes what it opens, in order', () => {
    const texts = fc.tuple(anyText, fc.array(anyEntity, { maxLength: 8 }));
    fc.assert(
      fc.property(texts, ([text, entities]) => {
        const html = renderEntities(text, entities);
        expect(unescaped(html.replaceAll(/<[^>]*>/gu, ''))).toBe(text);
        expect(unclosed(html)).toEqual([]);
      }),
      FIXED,
    );
  });
});

function unescaped(html: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#13': '\r' };
  return html.replaceAll(/&(lt|gt|quot|amp|#13);/gu, (_, name: string) => signs[name] ?? '&');
}

/** The names of elements that are left open; one that is closed out of order stays among them. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)(\w+)[^>]*>/gu)) {
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else open.push(`/${name}`);
  }
  return open;
}
