import { directionOf } from './direction.ts';
import { escapeHtml, renderEntities } from './entities.ts';
import type { FormattedText, Screen, ShownMessage, ShownReply } from './screen.ts';

/** What Telegram itself says. */
const APP_WORDS = {
  ku: { bot: 'بۆت', group: 'گرووپ', edited: 'دەستکاریکراو', write: 'نامە', typing: 'دەنووسێت…' },
  en: { bot: 'bot', group: 'group', edited: 'edited', write: 'Message', typing: 'typing…' },
} as const;

/** What the page is dressed in. */
export interface PageStyle {
  /** The style sheet. */
  readonly css: string;
  /** `@font-face` rules for what stands in the page. */
  readonly fontFaces: string;
}

/** Loads every font, marks the quotes that are longer than Telegram shows unopened, which only layout knows, and says that all is done. */
const FINISH = `Promise.all([...document.fonts].map((face) => face.load())).then(() => {
  for (const quote of document.querySelectorAll('.expandable')) {
    const text = quote.firstChild;
    quote.classList.toggle('long', text.scrollHeight > 1.2 * text.clientHeight);
  }
  document.body.classList.add('finished');
});`;

const PAPERCLIP =
  '<svg viewBox="0 0 24 24"><path d="M18 11l-7 7a4 4 0 0 1-6-6l8-8a3 3 0 0 1 4 4l-8 8a1 1 0 0 1-2-2l7-7"/></svg>';
const MICROPHONE =
  '<svg viewBox="0 0 24 24"><rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/></svg>';

/** Screens side by side, as one HTML page that needs nothing else; `main` is to be pictured once `body.finished` is there. */
export function renderPage(title: string, screens: readonly Screen[], style: PageStyle): string {
  return `<!doctype html>
<html lang="ckb">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${style.fontFaces}${style.css}</style>
<main>${screens.map(renderScreen).join('')}</main>
<script>${FINISH}</script>
</html>
`;
}

/** One phone. */
function renderScreen(screen: Screen): string {
  const words = APP_WORDS[screen.appLanguage];
  const { draft, notice } = screen;
  const state = screen.kind === 'group' ? words.group : words.bot;
  return lines([
    '<section><header><i class="back"></i>',
    `<i class="portrait">${escapeHtml([...screen.title][0] ?? '')}</i>`,
    `<div>${line('b', screen.title)}${line('small', draft === 'typing' ? words.typing : state)}</div>`,
    '</header><div class="chat">',
    ...screen.messages.map((message) => renderMessage(message, screen)),
    draft === null || draft === 'typing' ? '' : renderDraft(draft),
    '</div>',
    notice === null ? '' : line('div', notice, 'notice'),
    `<footer>${PAPERCLIP}${line('span', words.write)}${MICROPHONE}</footer></section>`,
  ]);
}

function renderMessage(message: ShownMessage, { kind, appLanguage }: Screen): string {
  const { isOwn, isExpanded, isEdited, replyTo, keyboard } = message;
  const edited = isEdited ? `${APP_WORDS[appLanguage].edited} ` : '';
  const classes = ['message', isOwn ? 'own' : '', isExpanded ? 'expanded' : ''];
  return lines([
    `<div class="${classes.filter((name) => name !== '').join(' ')}"><div class="bubble">`,
    kind === 'group' && !isOwn ? line('div', message.from, 'name') : '',
    replyTo === null ? '' : renderReply(replyTo),
    `<div class="text">${renderEntities(message.text, message.entities)}</div>`,
    `<div class="foot"><span class="reactions">`,
    ...message.reactions.map((one) => line('span', one)),
    `</span>${line('time', `${edited}${clock(message.date)}`)}</div></div>`,
    keyboard.length === 0 ? '' : renderKeyboard(keyboard),
    '</div>',
  ]);
}

function renderDraft({ text, entities }: FormattedText): string {
  return `<div class="message"><div class="bubble draft"><div class="text">${renderEntities(text, entities)}</div></div></div>`;
}

function renderReply({ from, text, isQuote }: ShownReply): string {
  const quoted = line('div', text.replaceAll('\n', ' '));
  return `<div class="${isQuote ? 'reply marked' : 'reply'}">${line('b', from)}${quoted}</div>`;
}

function renderKeyboard(rows: ShownMessage['keyboard']): string {
  const shown = rows.map((row) => `<div>${row.map((text) => line('span', text)).join('')}</div>`);
  return `<div class="keyboard">${shown.join('')}</div>`;
}

/** One line in its own direction. */
function line(element: string, text: string, className = ''): string {
  const attribute = className === '' ? '' : ` class="${className}"`;
  return `<${element}${attribute} dir="${directionOf(text)}">${escapeHtml(text)}</${element}>`;
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** Hours and minutes of the day, in UTC. */
function clock(date: number): string {
  return new Date(date * 1000).toISOString().slice(11, 16);
}
