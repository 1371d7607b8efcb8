import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { AppParts } from '../../src/app.ts';
import { smallCorpusParts } from './open-pirsyar.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

export const TITLES = {
  plan: { ckb: 'پلانی پردی ڕاپەڕین', en: 'Plan of the Raparin bridge' },
  opening: { ckb: 'کردنەوەی پردی ڕاپەڕین', en: 'Opening of the Raparin bridge' },
  leaflet: { ckb: 'نامیلکەی پردی ڕاپەڕین', en: 'Leaflet of the Raparin bridge' },
  hospital: { ckb: 'نەخۆشخانەی شۆڕش', en: 'The Shoresh hospital' },
  water: { ckb: 'کۆنفرانسی ئاو', en: 'The water conference' },
} as const;

/** An announcement, before the bridge was built. */
const PLAN = [
  'پردی ڕاپەڕین ڕۆژی ١٥ی نیسانی ٢٠٢١ لە سلێمانی دەکرێتەوە. تێچووی پردەکە ١٢ ملیۆن دۆلارە و ٢٤٠ کرێکار کاری تێدا دەکەن.',
  'بەڕێوەبەری پڕۆژەی پردی ڕاپەڕین مستەفا کازمی بوو. کۆمپانیای زاگرۆس پردەکە دروست دەکات.',
];

/** News after it; it disagrees with the announcement about the cost and the director. */
const OPENING = [
  'پردی ڕاپەڕین ڕۆژی ١ی تەممووزی ٢٠٢١ لە سلێمانی کرایەوە. تێچووی پردەکە ١٥ ملیۆن دۆلارە، بەڵام ٢٤٠ کرێکار هەر وەک خۆی کاریان تێدا کرد.',
  'بەڕێوەبەری پڕۆژەی پردی ڕاپەڕین فوئاد حوسێن بوو. درێژیی پردەکە ٣٥٠ مەترە و پانییەکەی ١٨ مەترە.',
];

/** Undated; it disagrees with the news about the length and the day. */
const LEAFLET = [
  'درێژیی پردی ڕاپەڕین ٣٢٠ مەترە. پردەکە لە دوو بەش پێک هاتووە و ڕۆژانە ٩ هەزار ئۆتۆمبێل بەسەریدا دەڕوات.',
  'پردی ڕاپەڕین ڕۆژی ٥ی تەممووزی ٢٠٢١ کرایەوە.',
];

/** Much the same words about something else. */
const HOSPITAL = [
  'نەخۆشخانەی شۆڕش ڕۆژی ١٠ی ئایاری ٢٠٢١ لە سلێمانی کرایەوە. تێچووی نەخۆشخانەکە ٢٠ ملیۆن دۆلارە و ١٨٠ کارمەند کاری تێدا دەکەن.',
  'بەڕێوەبەری پڕۆژەی نەخۆشخانەی شۆڕش ڕێبوار کەریم بوو. نەخۆشخانەکە ٣٠٠ جێگای هەیە و تەنیا نەخۆشی منداڵان وەردەگرێت.',
];

const WATER = [
  'سێ وەزیر لە کۆنفرانسی ئاودا بەشدارییان کرد. کۆنفرانسەکە باسی کەمبوونەوەی ئاوی ڕووبارەکانی کرد.',
  'هەروەها باسی دروستکردنی بەنداوی نوێ کرا. بەشداربووان باسی پیسبوونی ئاوی خواردنەوەشیان کرد.',
  'کۆنفرانسەکە لە هەولێر بەڕێوەچوو و دوو ڕۆژی خایاند. میوانەکان لە هوتێل مانەوە.',
];
const WATER_RENDITION = [
  'Three ministers took part in the water conference. The conference discussed the shrinking of the rivers.',
  'The building of new dams was discussed as well. The participants also discussed the pollution of drinking water.',
  'The conference was held in Erbil and lasted two days. The guests stayed at a hotel.',
];

const DATES = {
  plan: '2021-02-20',
  opening: '2021-07-02',
  leaflet: null,
  hospital: '2021-05-11',
  water: '2020-11-03',
} as const;

const SORANI = { plan: PLAN, opening: OPENING, leaflet: LEAFLET, hospital: HOSPITAL, water: WATER };

/** Five documents: three about one bridge that disagree, one about a hospital in much the same words, one with a rendition. */
function writeBridgeCorpus(folder: string): string {
  const files: Record<string, string> = { 'water.en.txt': WATER_RENDITION.join('\n\n') };
  for (const id of ['plan', 'opening', 'leaflet', 'hospital', 'water'] as const) {
    files[`${id}.ckb.txt`] = SORANI[id].join('\n\n');
    files[`${id}.json`] = JSON.stringify({ title: TITLES[id], date: DATES[id] });
  }
  return writeFiles(folder, files);
}

/** The parts of the real product over the five documents. To be called outside of tests. */
export function bridgeCorpusParts(): AppParts {
  const documents = join(temporaryFolder(), 'documents');
  mkdirSync(documents);
  return smallCorpusParts({ DOCUMENTS_DIR: writeBridgeCorpus(documents) });
}
