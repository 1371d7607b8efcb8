import type { Message } from 'grammy/types';

/** A file of each kind has this name and `_id` as its id. */
function file(kind: string): { file_id: string; file_unique_id: string } {
  return { file_id: `${kind}_id`, file_unique_id: `${kind}_unique_id` };
}

const IMAGE = { width: 640, height: 480 };

/** What people send instead of text, one of each kind; the id of its file is its name and `_id`. */
export const MEDIA = {
  photo: { photo: [{ ...file('photo'), ...IMAGE }] },
  document: {
    document: {
      ...file('document'),
      file_name: 'بەڵگەنامە.pdf',
      mime_type: 'application/pdf',
      file_size: 1000,
    },
  },
  voice: { voice: { ...file('voice'), duration: 3, mime_type: 'audio/ogg' } },
  audio: { audio: { ...file('audio'), duration: 30, mime_type: 'audio/mpeg' } },
  video: { video: { ...file('video'), ...IMAGE, duration: 5, mime_type: 'video/mp4' } },
  animation: {
    animation: { ...file('animation'), ...IMAGE, duration: 2 },
    document: file('animation'),
  },
  videoNote: { video_note: { ...file('video_note'), length: 240, duration: 4 } },
  sticker: {
    sticker: {
      ...file('sticker'),
      type: 'regular',
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji: '👍',
    },
  },
  location: { location: { latitude: 36.19, longitude: 44.01 } },
  venue: {
    location: { latitude: 36.19, longitude: 44.01 },
    venue: {
      location: { latitude: 36.19, longitude: 44.01 },
      title: 'قەڵا',
      address: 'هەولێر',
    },
  },
  contact: { contact: { phone_number: '+9647500000000', first_name: 'خوێنەر' } },
  dice: { dice: { emoji: '🎲', value: 6 } },
} satisfies Record<string, Partial<Message>>;
