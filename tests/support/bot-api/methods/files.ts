import type { Document, PhotoSize } from 'grammy/types';

import type { StoredFile } from '../files.ts';
import { record, string } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { imageSize } from '../rules/images.ts';
import { acceptedKeyboard } from '../rules/keyboard.ts';
import { acceptedCaption } from '../rules/text.ts';
import type { GivenText } from '../rules/text.ts';
import type { World } from '../world.ts';
import { editMedia } from './messages.ts';
import type { BotMethods, Call } from './method.ts';
import { post } from './posting.ts';

const MAX_PHOTO_IN_BYTES = 10 * 1024 * 1024;
const TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** The calls that send and fetch files. */
export function fileMethods(world: World): BotMethods {
  return {
    getFile: (given) => world.files.downloadable(string(given.file_id)).file,
    sendDocument(given, call) {
      const stored = sentFile(world, call, 'document', given.document);
      const keyboard = acceptedKeyboard(given.reply_markup);
      const content = { document: document(stored), ...caption(world, given) };
      return post(world, given, content, keyboard);
    },
    sendPhoto(given, call) {
      const stored = sentFile(world, call, 'photo', given.photo);
      const keyboard = acceptedKeyboard(given.reply_markup);
      const content = { photo: [photo(stored)], ...caption(world, given) };
      return post(world, given, content, keyboard);
    },
    editMessageMedia(given, call) {
      const media = record(given.media);
      if (string(media['type']) !== 'photo') {
        // Nothing here needs others so far.
        refuse('Bad Request: this server puts only pictures in the place of others');
      }
      const stored = sentFile(world, call, 'media', media['media']);
      const keyboard = acceptedKeyboard(given.reply_markup);
      const content = { photo: [photo(stored)], ...caption(world, media) };
      return editMedia(world, given, content, keyboard);
    },
  };
}

/** The file that a call brings with it, or that it names by the id that Telegram gave it. */
function sentFile(world: World, call: Call, name: string, given: unknown): StoredFile {
  const named = string(given);
  const upload = call.files.get(named.replace(/^attach:\/\//u, '')) ?? call.files.get(name);
  if (upload !== undefined) {
    return world.files.add(`file-${world.nextId()}`, upload.filename, upload.bytes);
  }
  if (named === '') return refuse(`Bad Request: there is no ${name} in the request`);
  if (/^https?:/u.test(named)) return refuse('Bad Request: failed to get HTTP URL content');
  return world.files.find(named) ?? refuse('Bad Request: wrong file identifier/HTTP URL specified');
}

function document({ file, filename }: StoredFile): Document {
  const extension = /\.\w+$/u.exec(filename)?.[0] ?? '';
  return {
    file_id: file.file_id,
    file_unique_id: file.file_unique_id,
    file_name: filename,
    mime_type: TYPES[extension] ?? 'application/octet-stream',
    file_size: file.file_size ?? 0,
  };
}

function photo({ file, bytes }: StoredFile): PhotoSize {
  if (bytes.length > MAX_PHOTO_IN_BYTES) {
    refuse(
      `Bad Request: file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_IN_BYTES} bytes`,
    );
  }
  const size = imageSize(bytes);
  if (size === null) return refuse('Bad Request: IMAGE_PROCESS_FAILED');
  if (size.width + size.height > 10_000) refuse('Bad Request: PHOTO_INVALID_DIMENSIONS');
  return {
    file_id: file.file_id,
    file_unique_id: file.file_unique_id,
    ...size,
    file_size: bytes.length,
  };
}

interface GivenCaption {
  readonly caption?: unknown;
  readonly caption_entities?: unknown;
  readonly parse_mode?: unknown;
}

function caption(world: World, given: GivenCaption): { caption?: string } {
  const asText: GivenText = {
    text: given.caption,
    entities: given.caption_entities,
    parse_mode: given.parse_mode,
  };
  const { text, entities } = acceptedCaption(asText, world.findPerson);
  return {
    ...(text === '' ? {} : { caption: text }),
    ...(entities === undefined ? {} : { caption_entities: entities }),
  };
}
