import { createHash } from 'node:crypto';

import { segment } from '../corpus/segment.ts';
import { analyse } from '../language/analysis.ts';
import { skeletons } from '../language/sound-similarity.ts';
import { soundsOfSorani } from '../language/sounds.ts';

/** A little of everything the pipeline treats in its own way. */
const PROBE = `سەرۆکی شاندی عێراق د. فوئاد حوسێن، لە هه‌رێمی كوردستاني ڕایگەیاند: "گفتوگۆکانیان باشترن"؛ وڵاتەکەشیان. ئؤردن و ئەنجوومەنة؟
Dr. Blinken's delegations weren't Iraq's; 1,000.50 on ٠٧-٠٤-۲۰۲۱ ﻪ ﻻ êşû.

کۆتایی هات!`;

/**
 * What the text pipeline makes of a fixed probe, as a SHA-256. It changes whenever cutting, normalising, stemming or the
 * sounds of words change in a way that the probe shows, so a snapshot of the old pipeline can't serve the new one.
 */
export function pipelineFingerprint(): string {
  const words = analyse(PROBE);
  const sounds = words.map(({ text }) => skeletons(soundsOfSorani(text)));
  return createHash('sha256')
    .update(JSON.stringify([segment('probe', PROBE), words, sounds]))
    .digest('hex');
}
