import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeFiles } from './temporary-folder.ts';

/** Units that make offsets hard: a BOM, a surrogate pair before every sentence, Windows line ends. */
const WATER = [
  'هەواڵی ئاو 💧',
  'حکومەتی هەرێم لە ساڵی ٢٠١٩ سێ بەنداوی نوێی لە پارێزگای هەولێر دروست کرد. د. سارا ئەحمەد بەڕێوەبەری گشتیی سەرچاوەکانی ئاوە.',
  'بەنداوەکان ئاوی خواردنەوە بۆ چل گوند دابین دەکەن.',
];

const WATER_RENDITION = [
  'Water news 💧',
  'The regional government built three new dams in Erbil province in 2019. Dr Sara Ahmed is the director general of water resources.',
  'The dams provide drinking water for forty villages.',
];

const SCHOOL = [
  'قوتابخانەی نالی لە ساڵی ١٩٦٤ لە سلێمانی کرایەوە. مامۆستا ڕێبوار کەریم یەکەم بەڕێوەبەری قوتابخانەکە بوو.',
];

/** One sentence of more than 400 units, so that only a part of it can be quoted. */
const ROADS = [
  `وەزارەتی گواستنەوە ڕایگەیاند کە ${[
    'زاخۆ',
    'دهۆک',
    'ئاکرێ',
    'سۆران',
    'ڕانیە',
    'کۆیە',
    'چەمچەماڵ',
    'کەلار',
    'هەڵەبجە',
  ]
    .map((city, number) => `ڕێگای شاری ${city} بە درێژیی ${number + 12} کیلۆمەتر نۆژەن دەکرێتەوە`)
    .join('، ')} و هەموو کارەکان پێش زستان تەواو دەبن.`,
];

export const SCHOOL_TITLE = { ckb: 'مێژووی قوتابخانەی نالی', en: 'History of the Nali school' };

/** Three documents: `water` with a rendition, `school` with a title and no rendition, `roads` with neither. */
const FILES: Readonly<Record<string, string>> = {
  'water.ckb.txt': `\uFEFF${WATER.join('\r\n\r\n')}\r\n`,
  'water.en.txt': WATER_RENDITION.join('\n\n'),
  'school.ckb.txt': SCHOOL.join('\n\n'),
  'school.json': JSON.stringify({ title: SCHOOL_TITLE }),
  'roads.ckb.txt': `${ROADS.join('\n\n')}\n`,
};

/** Questions that share nearly all their words with the sentence that answers them, however scores are tuned. */
export const QUESTIONS = {
  dams: 'حکومەتی هەرێم لە ساڵی ٢٠١٩ لە کام پارێزگا سێ بەنداوی نوێی دروست کرد؟',
  damsInEnglish: 'In which province did the regional government build three new dams in 2019?',
  director: 'کێ بەڕێوەبەری گشتیی سەرچاوەکانی ئاوە؟',
  school: 'قوتابخانەی نالی لە چ ساڵێک لە سلێمانی کرایەوە؟',
  roads: 'ڕێگای شاری کەلار بە درێژیی چەند کیلۆمەتر نۆژەن دەکرێتەوە؟',
} as const;

/** Writes the documents into a folder, and gives the folder back. */
export function writeSmallCorpus(folder: string): string {
  return writeFiles(folder, FILES);
}

/** A file's text as offsets count in it: UTF-8 without a leading BOM, otherwise unchanged. */
export function readSource(folder: string, name: string): string {
  return new TextDecoder().decode(readFileSync(join(folder, name)));
}
