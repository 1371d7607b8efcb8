import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { DocumentDescription, DocumentId, Title } from './document.ts';

/**
 * Reads `<id>.json`; missing fields get defaults (the title is the id). A file that is no JSON object is a problem to
 * report, and the document is served with the defaults.
 */
export function parseDescription(
  id: DocumentId,
  text: string | null,
): { description: DocumentDescription; problem: string | null } {
  const parsed = text === null ? {} : parseObject(text);
  const fields = parsed ?? {};
  const examples = asObject(fields['examples']);
  return {
    description: {
      title: readTitle(id, fields['title']),
      date: asText(fields['date']),
      source: asText(fields['source']),
      licence: asText(fields['licence']),
      rendition: asText(fields['rendition']),
      examples: { ckb: asTexts(examples['ckb']), en: asTexts(examples['en']) },
    },
    problem: parsed === null ? 'its description is not a JSON object and is left out' : null,
  };
}

/** The titles known, each standing in for a missing one; the id where there is none. */
function readTitle(id: DocumentId, value: unknown): Title {
  const titles = asObject(value);
  const ckb = asText(titles['ckb']) ?? asText(titles['en']) ?? asText(value) ?? id;
  return { ckb, en: asText(titles['en']) ?? ckb };
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(asText).filter((text) => text !== null) : [];
}
