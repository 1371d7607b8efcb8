/** The files of a document, `<id>` and one of these each; without the first there is no document. */
export const SORANI = '.ckb.txt';
/** The English rendition. */
export const ENGLISH = '.en.txt';
/** Title, date and the like; see description.ts. */
export const DESCRIPTION = '.json';
/** In a folder of uploads alone: the document isn't there, whatever its other files say. */
export const REMOVED = '.removed';
