import { lazily } from '../lazily.ts';

/** A unit as each language writes it. */
export interface Unit {
  readonly sorani: string;
  readonly english: readonly [one: string, many: string];
  /** Whether a normalised text is this unit, in either language. */
  readonly pattern: RegExp;
}

const END = '(?:ە|ی|ێک|ان|ەکە|دا|یە)?';

/** Units of money, time, length and weight that both languages name. */
export const UNITS = lazily((): readonly Unit[] => [
  unit('دۆلار', ['dollar', 'dollars'], 'us dollars?|american dollars?|[$]'),
  unit('دینار', ['dinar', 'dinars'], 'iraqi dinars?'),
  unit('پاوەند', ['pound', 'pounds'], '£'),
  unit('یۆرۆ', ['euro', 'euros'], '€|یورۆ'),
  unit('چرکە', ['second', 'seconds']),
  unit('خولەک', ['minute', 'minutes'], 'دەقە|دەقیقە'),
  unit('کاتژمێر', ['hour', 'hours'], 'سەعات'),
  unit('ڕۆژ', ['day', 'days']),
  unit('هەفتە', ['week', 'weeks']),
  unit('مانگ', ['month', 'months']),
  unit('ساڵ', ['year', 'years']),
  unit('دەیە', ['decade', 'decades']),
  unit('سەدە', ['century', 'centuries']),
  unit('کیلۆمەتر', ['kilometre', 'kilometres'], 'kilometers?|km|کم'),
  unit('مەتر', ['metre', 'metres'], 'meters?|m'),
  unit('سانتیمەتر', ['centimetre', 'centimetres'], 'centimeters?|cm|سم'),
  unit('میل', ['mile', 'miles']),
  unit('فووت', ['foot', 'feet'], 'ft|فوت|فیت|پێ'),
  unit('ئینج', ['inch', 'inches']),
  unit('کیلۆگرام', ['kilogram', 'kilograms'], 'kg|kilos?|کیلۆ'),
  unit('گرام', ['gram', 'grams']),
  unit('تۆن', ['tonne', 'tonnes'], 'tons?|تەن'),
]);

function unit(sorani: string, english: readonly [string, string], others = ''): Unit {
  const forms = [`${sorani}${END}`, ...english, ...(others === '' ? [] : [others])];
  return { sorani, english, pattern: new RegExp(`^(?:${forms.join('|')})$`, 'u') };
}
