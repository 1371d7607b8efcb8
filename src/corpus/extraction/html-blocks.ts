import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

import { CELL_SEPARATOR } from './blocks.ts';
import type { Blocks } from './blocks.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What isn't read on a page, or isn't its text. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'head script style noscript template nav iframe object embed svg math canvas audio video select button textarea input'.split(
    ' ',
  ),
);
/** Elements that stand within a paragraph; all others begin and end one. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** A page nested deeper is no page: what is deeper is left out, so that the walk can't run out of stack. */
const DEEPEST = 1_000;

/** The paragraphs of a page in reading order: a row of a table is one, and so is an item of a list. */
export function readHtml(html: string): Blocks {
  const document = parse(html);
  const walk = new Walk();
  walk.visit(document, 0);
  walk.endParagraph();
  const title = textOfFirst(document, 'title') ?? textOfFirst(document, 'h1');
  return { paragraphs: walk.paragraphs, title };
}

class Walk {
  readonly paragraphs: string[] = [];
  #paragraph = '';

  endParagraph(): void {
    if (this.#paragraph.trim() !== '') this.paragraphs.push(this.#paragraph);
    this.#paragraph = '';
  }

  visit(node: Node, depth: number): void {
    if (depth > DEEPEST) return;
    if (isText(node)) {
      this.#paragraph += node.value.replaceAll(/\s+/gu, ' ');
      return;
    }
    if (!isElement(node)) {
      this.#visitChildren(node, depth);
      return;
    }
    if (LEFT_OUT.has(node.tagName) || isHidden(node)) return;
    this.#visitElement(node, depth);
  }

  #visitElement(element: Element, depth: number): void {
    if (element.tagName === 'br') {
      this.#paragraph += '\n';
    } else if (element.tagName === 'tr') {
      this.#visitRow(element, depth);
    } else if (element.tagName === 'pre') {
      this.#visitPreformatted(element);
    } else if (INLINE.has(element.tagName)) {
      this.#visitChildren(element, depth);
    } else {
      this.endParagraph();
      this.#visitChildren(element, depth);
      this.endParagraph();
    }
  }

  #visitChildren(node: Node, depth: number): void {
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) this.visit(child, depth + 1);
  }

  #visitRow(row: Element, depth: number): void {
    this.endParagraph();
    const cells = row.childNodes.filter(isElement).map((cell) => {
      const inner = new Walk();
      inner.#visitChildren(cell, depth + 1);
      inner.endParagraph();
      return inner.paragraphs.map((part) => part.trim()).join(' ');
    });
    this.paragraphs.push(cells.filter((cell) => cell !== '').join(CELL_SEPARATOR));
  }

  #visitPreformatted(element: Element): void {
    this.endParagraph();
    this.paragraphs.push(...textOf(element).split(/\n\s*\n/u));
  }
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(value)),
  );
}

/** All text below a node, also what isn't read as a paragraph. Without recursion: pages may nest as deep as they like. */
function textOf(node: Node): string {
  let text = '';
  for (const inner of nodesOf(node)) if (isText(inner)) text += inner.value;
  return text;
}

function textOfFirst(document: Node, tagName: string): string | null {
  for (const node of nodesOf(document)) {
    if (!isElement(node) || node.tagName !== tagName) continue;
    const text = textOf(node).replaceAll(/\s+/gu, ' ').trim();
    if (text !== '') return text;
  }
  return null;
}

/** A node and what is below it, in the order of the document. */
function nodesOf(root: Node): Node[] {
  const nodes: Node[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return nodes;
}
