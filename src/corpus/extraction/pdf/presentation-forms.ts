import { PRESENTATION_FORM, PRESENTED_AE } from '../../../language/letters.ts';

const FORMS = new RegExp(PRESENTATION_FORM, 'gu');
/** Marks on a form of tatweel or of a space: NFKC sets a space below them. */
const SPACE_BELOW_MARK = /^[ \u0640]/u;

/**
 * The letters that shapes stand for. ە has no forms of its own in Unicode: its final shape is that of ه, which NFKC would
 * make of it, so that one comes first. Text without forms stays as it is.
 */
export function lettersOfForms(text: string): string {
  return text.replaceAll(FORMS, (form) => {
    if (PRESENTED_AE.test(form)) return '\u06D5';
    const letters = form.normalize('NFKC');
    return letters.length > 1 ? letters.replace(SPACE_BELOW_MARK, '') : letters;
  });
}

export function hasForms(text: string): boolean {
  return PRESENTATION_FORM.test(text);
}
