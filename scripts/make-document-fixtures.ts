/**
 * Makes the PDF and DOCX files of tests/fixtures/documents from the HTML beside them, with Chromium, LibreOffice and qpdf, which
 * must be installed: `npm run make:document-fixtures -- [--out <folder>] [--fonts <name,name>]`.
 *
 * Fonts are those of the system (Debian's fonts-noto-core for the fixtures). With `--out` and other fonts it makes what
 * `npm run measure:extraction <folder>` measures beyond the fixtures.
 */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const SOURCES = fileURLToPath(new URL('../tests/fixtures/documents', import.meta.url));
const PACKAGED_FONT = fileURLToPath(
  new URL(
    '../node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
    import.meta.url,
  ),
);
const WEB_FONT = 'Web Font';
const CHROMIUM_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: SOURCES },
    fonts: { type: 'string', default: 'Noto Sans Arabic,Noto Naskh Arabic' },
  },
});
const folder = resolve(values.out);
const work = mkdtempSync(join(tmpdir(), 'document-fixtures-'));
mkdirSync(folder, { recursive: true });
try {
  for (const name of readdirSync(SOURCES).filter((file) => file.endsWith('.html'))) {
    const document = name.slice(0, -'.html'.length);
    for (const font of values.fonts.split(',')) makeFiles(document, font.trim());
  }
  if (folder === SOURCES) makeSpecialFiles();
} finally {
  rmSync(work, { recursive: true });
}

function makeFiles(document: string, font: string): void {
  const slug = font.toLowerCase().replaceAll(' ', '-');
  const page = writePage(document, font);
  print(page, `${document}.chromium-${slug}.pdf`);
  convert(page, 'docx:MS Word 2007 XML', '--infilter=HTML (StarWriter)');
  const docx = join(work, `${document}.docx`);
  convert(docx, 'pdf');
  renameSync(join(work, `${document}.pdf`), join(folder, `${document}.libreoffice-${slug}.pdf`));
  renameSync(docx, join(folder, `${document}.docx`));
}

/** A font of the web, which draws the dots of letters as shapes of their own; and a file with a password. */
function makeSpecialFiles(): void {
  print(writePage('water', WEB_FONT), 'water.chromium-web-font.pdf');
  const plain = join(folder, 'water.libreoffice-noto-naskh-arabic.pdf');
  const locked = join(folder, 'locked.pdf');
  execFileSync('qpdf', ['--encrypt', 'secret', 'secret', '256', '--', plain, locked]);
}

function writePage(document: string, font: string): string {
  const page = join(work, `${document}.html`);
  writeFileSync(page, styledHtml(document, font));
  return page;
}

function print(page: string, name: string): void {
  const target = `--print-to-pdf=${join(folder, name)}`;
  execFileSync('chromium', [...CHROMIUM_FLAGS, target, pathToFileURL(page).href], {
    stdio: 'ignore',
  });
}

function convert(file: string, format: string, ...options: string[]): void {
  execFileSync(
    'soffice',
    ['--headless', ...options, '--convert-to', format, '--outdir', work, file],
    {
      stdio: 'ignore',
    },
  );
}

/** LibreOffice reads the direction of each block, not that of the page. */
function styledHtml(document: string, font: string): string {
  const source = readFileSync(join(SOURCES, `${document}.html`), 'utf8');
  const face =
    font === WEB_FONT
      ? `@font-face{font-family:'${font}';src:url('${pathToFileURL(PACKAGED_FONT).href}')}`
      : '';
  const style = `<style>${face}body{font-family:'${font}';font-size:14pt}table{border-collapse:collapse}td,th{border:1px solid;padding:2pt 8pt}</style>`;
  return source
    .replace('</head>', `${style}</head>`)
    .replaceAll(/<(p|h1|h2|li|table|ul|ol)>/gu, '<$1 dir="rtl">')
    .replaceAll(/<(td|th)>/gu, '<$1 dir="rtl">');
}
