import { stemmer } from 'stemmer';

/** Irregular forms by their base form; regular ones are the stemmer's work. */
const IRREGULAR_FORMS = `arise:arose,arisen awake:awoke,awoken bear:bore,borne beat:beaten become:became begin:began,begun bend:bent bind:bound
  bite:bit,bitten bleed:bled blow:blew,blown break:broke,broken breed:bred bring:brought build:built burn:burnt buy:bought catch:caught
  choose:chose,chosen cling:clung come:came creep:crept deal:dealt dig:dug draw:drew,drawn dream:dreamt drink:drank,drunk drive:drove,driven
  eat:ate,eaten fall:fell,fallen feed:fed feel:felt fight:fought find:found flee:fled fly:flew,flown forbid:forbade,forbidden
  forget:forgot,forgotten forgive:forgave,forgiven freeze:froze,frozen get:got,gotten give:gave,given go:went,gone grow:grew,grown hang:hung
  hear:heard hide:hid,hidden hold:held keep:kept kneel:knelt know:knew,known lay:laid lead:led leap:leapt learn:learnt leave:left lend:lent
  light:lit lose:lost make:made mean:meant meet:met mistake:mistook,mistaken overcome:overcame oversee:oversaw,overseen pay:paid prove:proven
  ride:rode,ridden ring:rang,rung rise:rose,risen run:ran say:said see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shine:shone
  shoot:shot show:shown shrink:shrank,shrunk sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speak:spoke,spoken speed:sped
  spend:spent spin:spun stand:stood steal:stole,stolen stick:stuck sting:stung strike:struck,stricken strive:strove swear:swore,sworn
  sweep:swept swim:swam,swum swing:swung take:took,taken teach:taught tear:tore,torn tell:told think:thought throw:threw,thrown
  understand:understood undertake:undertook,undertaken undergo:underwent,undergone uphold:upheld wake:woke,woken wear:wore,worn weave:wove,woven
  weep:wept win:won withdraw:withdrew,withdrawn withhold:withheld withstand:withstood write:wrote,written
  child:children man:men woman:women foot:feet tooth:teeth mouse:mice goose:geese life:lives wife:wives knife:knives leaf:leaves
  half:halves thief:thieves shelf:shelves wolf:wolves crisis:crises analysis:analyses medium:media datum:data phenomenon:phenomena
  criterion:criteria good:better,best bad:worse,worst`;

const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR_FORMS.split(/\s+/u).flatMap((line) => {
    const [base = '', forms = ''] = line.split(':');
    return forms.split(',').map((form) => [form, base] as const);
  }),
);

/** The stem of a lower-case English word (Porter, 1980), irregular forms first brought to their base: led → lead. */
export function stemEnglish(word: string): string {
  const bare = word.replace(/'s?$/u, '');
  return stemmer(BASE_FORMS.get(bare) ?? bare);
}
