import { analyse } from '../analysis.ts';

/** Cities by their English names: capitals, the cities of Kurdistan and Iraq, and what news names most. Sorani comes from the lexicon. */
const CITIES = `Baghdad|Erbil|Sulaymaniyah|Duhok|Kirkuk|Halabja|Mosul|Basra|Najaf|Karbala|Fallujah|Ramadi|Tikrit|Samarra|Sinjar|Zakho|Ranya|Koya|
  Soran|Akre|Kalar|Chamchamal|Khanaqin|Nasiriyah|Amara|Kut|Hillah|Qamishli|Kobani|Afrin|Raqqa|Aleppo|Damascus|Homs|Idlib|Hasakah|Sanandaj|
  Mahabad|Kermanshah|Saqqez|Urmia|Tabriz|Tehran|Isfahan|Shiraz|Mashhad|Diyarbakir|Van|Mardin|Ankara|Istanbul|Izmir|Batman|Hakkari|Beirut|Amman|
  Riyadh|Jeddah|Mecca|Medina|Kuwait City|Doha|Dubai|Abu Dhabi|Manama|Muscat|Sanaa|Aden|Jerusalem|Tel Aviv|Gaza|Cairo|Alexandria|Tripoli|
  Benghazi|Tunis|Algiers|Rabat|Khartoum|Addis Ababa|Nairobi|Mogadishu|Lagos|Abuja|Johannesburg|Cape Town|Pretoria|London|Manchester|
  Liverpool|Birmingham|Edinburgh|Glasgow|Belfast|Dublin|Cardiff|Paris|Marseille|Lyon|Berlin|Hamburg|Munich|Cologne|Frankfurt|Bonn|Vienna|Bern|
  Geneva|Zurich|Brussels|Amsterdam|Rotterdam|The Hague|Copenhagen|Stockholm|Oslo|Helsinki|Rome|Milan|Naples|Venice|Madrid|Barcelona|Lisbon|
  Athens|Skopje|Belgrade|Sarajevo|Zagreb|Budapest|Prague|Warsaw|Bucharest|Sofia|Kyiv|Kiev|Moscow|Saint Petersburg|Minsk|Tbilisi|Yerevan|Baku|
  Kabul|Kandahar|Islamabad|Karachi|Lahore|New Delhi|Delhi|Mumbai|Dhaka|Colombo|Kathmandu|Beijing|Shanghai|Hong Kong|Wuhan|Taipei|Tokyo|Osaka|
  Seoul|Pyongyang|Bangkok|Hanoi|Jakarta|Palu|Manila|Kuala Lumpur|Sydney|Melbourne|Canberra|Wellington|Auckland|Washington|New York|
  Los Angeles|San Francisco|San Diego|Chicago|Boston|Houston|Dallas|Austin|Miami|Atlanta|Philadelphia|Phoenix|Flagstaff|Las Vegas|Salt Lake City|
  Denver|Seattle|Detroit|Toronto|Montreal|Ottawa|Vancouver|Mexico City|Havana|Bogota|Caracas|Lima|Santiago|Buenos Aires|Rio de Janeiro|
  Sao Paulo|Brasilia|Wheeling`;

/** States, provinces and parts of the world, which are places but neither cities nor countries. */
const REGIONS = `Kurdistan|Kurdistan Region|Middle East|Europe|Asia|Africa|Anbar|Nineveh|Diyala|Rojava|Catalonia|Scotland|Wales|England|California|Texas|Florida|
  Illinois|Massachusetts|West Virginia|Virginia|Arizona|Alaska|Hawaii|Ohio|Iowa|Michigan|Pennsylvania|Sulawesi|Siberia|Bavaria|Yorkshire|
  Devon|Tennessee|Georgia|Nevada|Utah|Palestine|Gulf|Mediterranean|Balkans|North America|South America|Latin America`;

/** Countries as they are called beside what the platform's locale data knows. */
const MORE_COUNTRIES = `America|USA|United States of America|US|UK|Britain|Great Britain|Emirates|North Korea|South Korea|Korea|Russia|Syria|Iran|
  Vietnam|Macedonia|Holland|Burma|Ivory Coast|Czech Republic|Turkey|Catalonia`;

const SORANI_COUNTRIES = `ئەمریکا|ئەمەریکا|ویلایەتە یەکگرتووەکان|ویلایەتە یەکگرتووەکانی ئەمریکا|بەریتانیا|سعوودیە|سعودیە|سعودییە|عەرەبستان|ئیمارات|کۆریا|
  کۆریای باکوور|کۆریای باشوور|ڕووسیا|روسیا|سوریا|سووریا|ئێران|عێراق|تورکیا|میسر|لوبنان|ئوردن|کوێت|قەتەر|یەمەن|ئیسرائیل|فەلەستین|ئەڵمانیا|فەرەنسا|فەڕەنسا|ئیتاڵیا|ئیسپانیا|
  هۆڵەندا|هۆلەندا|چین|ژاپۆن|یابان|هیند|هیندستان|پاکستان|ئەفغانستان|ئەندۆنیزیا|ئیندۆنیزیا|مەکسیک|کەنەدا|یۆنان|مەقدۆنیا|ئوکرانیا|ئۆکراینا|پۆڵەندا|ئوسترالیا|سویسرا|سوید|نەرویج|دانیمارک|
  فینلاندا|نەمسا|بەلجیکا|فیلیپین|بەڕازیل|بەرازیل`;

/** What kind of place a name is. */
export type PlaceKind = 'country' | 'city' | 'region';

/** Place names by the stems of their words joined by spaces: English ones as stems, Sorani ones as folded stems. */
export interface Gazetteer {
  kindOf(key: string): PlaceKind | null;
  /** Whether a name of several words begins with one. */
  beginsLongName(word: string): boolean;
  /** The most words that a name has. */
  readonly longest: number;
}

let gazetteer: Gazetteer | null = null;

/** Made with the first text that needs it: the platform's names of all regions take some milliseconds. */
export function placeNames(): Gazetteer {
  gazetteer ??= build();
  return gazetteer;
}

function build(): Gazetteer {
  const kinds = new Map<string, PlaceKind>();
  const add = (names: string, kind: PlaceKind): void => {
    for (const one of names.split('|')) {
      const key = keyOf(one);
      if (key !== '' && !kinds.has(key)) kinds.set(key, kind);
    }
  };
  for (const one of [...MORE_COUNTRIES.split('|'), ...SORANI_COUNTRIES.split('|')]) {
    add(one, 'country');
  }
  add(CITIES, 'city');
  for (const locale of ['en', 'ckb']) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of regionCodes()) add(names.of(code) ?? '', 'country');
  }
  add(REGIONS, 'region');
  const longest = Math.max(...Array.from(kinds.keys(), (key) => key.split(' ').length));
  const begins = new Set(
    Array.from(kinds.keys(), (key) => key.split(' ')).flatMap(([first = '', ...more]) =>
      more.length > 0 ? [first] : [],
    ),
  );
  return {
    longest,
    kindOf: (key) => kinds.get(key) ?? null,
    beginsLongName: (word) => begins.has(word),
  };
}

/** The words of a name as the lexicon keys them. */
function keyOf(name: string): string {
  return analyse(name)
    .map((term) => term.folded)
    .join(' ');
}

/** ISO 3166-1: asking the platform for every pair of letters takes three times as long. */
const REGION_CODES =
  'ADAEAFAGAIALAMAOARATAUAWAZBABBBDBEBFBGBHBIBJBMBNBOBRBSBTBWBYBZCACDCFCGCHCICKCLCMCNCOCRCUCVCYCZDEDJDKDMDODZECEEEGERESETFIFJFMFRGAGBGDGEGHGLGMGNGQGRGTGWGYHKHNHRHTHUIDIEILINIQIRISITJMJOJPKEKGKHKIKMKNKPKRKWKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMGMHMKMLMMMNMRMTMUMVMWMXMYMZNANENGNINLNONPNRNZOMPAPEPGPHPKPLPRPSPTPWPYQARORSRURWSASBSCSDSESGSISKSLSMSNSOSRSSSTSVSYSZTDTGTHTJTLTMTNTOTRTTTVTWTZUAUGUSUYUZVAVCVEVNVUWSXKYEZAZMZW';

function regionCodes(): string[] {
  return REGION_CODES.match(/../gu) ?? [];
}
