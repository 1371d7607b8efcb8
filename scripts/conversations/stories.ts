import type { AppLanguage } from './screen.ts';

/** What a reader does. */
export type Step =
  | { readonly writes: string }
  /** Taps the button with this text below the last message that has it. */
  | { readonly taps: string }
  /** Sends this file. */
  | { readonly sends: string }
  /** Replies to the bot's last message, with this part of it marked where one is given. */
  | { readonly replies: string; readonly marking?: string }
  /** Writes the reader's last message anew. */
  | { readonly edits: string }
  /** Taps the quotes of the bot's last message, so that they are seen whole. */
  | 'opens quotes'
  /** The screen as it is now becomes a part of the picture; so does the last one. */
  | 'is pictured';

/** A conversation that is played and pictured. */
export interface Story {
  /** Of the picture's file, without the ending. */
  readonly name: string;
  readonly title: { readonly ckb: string; readonly en: string };
  readonly appLanguage: AppLanguage;
  readonly kind: 'private' | 'group';
  /** Who the reader is besides. */
  readonly role?: 'owner';
  readonly steps: readonly Step[];
}

/** Every story, in the order in which a newcomer would look at them. */
export const STORIES = [
  {
    name: 'start',
    title: {
      ckb: 'سەرەتا، و نموونەیەک کە دەستی لێ دەدرێت',
      en: 'The beginning, and a tapped example',
    },
    appLanguage: 'ku',
    kind: 'private',
    steps: [{ writes: '/start' }, { taps: 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟' }],
  },
  {
    name: 'question-ckb',
    title: { ckb: 'پرسیارێک بە سۆرانی', en: 'A question in Sorani' },
    appLanguage: 'ku',
    kind: 'private',
    steps: [{ writes: 'گەڕی سێیەمی دیالۆگەکە کەی بەڕێوەچوو؟' }, 'opens quotes'],
  },
  {
    name: 'question-en',
    title: { ckb: 'هەمان پرسیار بە ئینگلیزی', en: 'The same question in English' },
    appLanguage: 'en',
    kind: 'private',
    steps: [{ writes: 'When was the third round of the dialogue held?' }],
  },
  {
    name: 'refusal',
    title: {
      ckb: 'پرسیارێک کە بەڵگەنامەکە وەڵامی نییە',
      en: 'A question that the document doesn’t answer',
    },
    appLanguage: 'ku',
    kind: 'private',
    steps: [{ writes: 'چەند سەربازی ئەمریکا لە عێراقن؟' }],
  },
  {
    name: 'follow-up',
    title: { ckb: 'پرسیارێک لەسەر پرسیارێک', en: 'A follow-up' },
    appLanguage: 'ku',
    kind: 'private',
    steps: [{ writes: 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟' }, { writes: 'ئەی هی ئەمریکا؟' }],
  },
  {
    name: 'check',
    title: { ckb: 'ئایا بەڕاستی ئەمەیان گوتووە؟', en: 'Did they really say this?' },
    appLanguage: 'ku',
    kind: 'private',
    steps: [
      {
        writes:
          '/check\nهەردوولا ئاماژەیان بەوە کرد کە هێزەکانی ئەمریکا لەسەر بانگهێشتی هەرێمی کوردستان لەو وڵاتەن بۆ پاڵپشتیکردنی هێزە ئەمنییەکانی عێراق لە شەڕی دژی داعشدا.',
      },
      'opens quotes',
    ],
  },
  {
    name: 'language',
    title: { ckb: 'زمانی وەڵامەکان', en: 'The language of the answers' },
    appLanguage: 'ku',
    kind: 'private',
    steps: [
      { writes: '/language' },
      'is pictured',
      { taps: 'ئینگلیزی (English)' },
      { writes: 'کێ سەرۆکایەتیی شاندی ئەمریکای کرد؟' },
    ],
  },
  {
    name: 'in-the-text',
    title: { ckb: 'ڕستەکە لە دەقەکەدا', en: 'The sentence in the text' },
    appLanguage: 'ku',
    kind: 'private',
    steps: [
      { writes: 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟' },
      { taps: '📖 لە دەقەکەدا' },
      'is pictured',
      { taps: 'دواتر ▶' },
    ],
  },
  {
    name: 'meaning',
    title: { ckb: 'ئەمە یانی چی؟', en: 'What does this mean?' },
    appLanguage: 'ku',
    kind: 'private',
    steps: [
      { writes: 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟' },
      { replies: 'ئەمە یانی چی؟', marking: 'وەزیری دەرەوە' },
    ],
  },
  {
    name: 'group',
    title: { ckb: 'لە گرووپێکدا', en: 'In a group' },
    appLanguage: 'en',
    kind: 'group',
    steps: [
      { writes: 'Does anybody know why they are still there?' },
      { writes: '@pirsyar_bot Why are US forces in Iraq?' },
    ],
  },
  {
    name: 'upload',
    title: { ckb: 'بەڵگەنامەیەک لە بەڕێوەبەرێکەوە', en: 'A document from an admin' },
    appLanguage: 'ku',
    kind: 'private',
    role: 'owner',
    steps: [{ sends: 'tests/fixtures/documents/water.libreoffice-noto-sans-arabic.pdf' }],
  },
] as const satisfies readonly Story[];
