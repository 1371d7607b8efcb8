import { chromium } from 'playwright-core';

/** Takes pictures of pages. */
export interface Camera {
  /** The `main` element of a page as PNG, once the page says that it is finished. */
  photograph(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Device pixels for a pixel of the page. */
const SCALE = 2;

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Starts a browser; nothing that it shows may come from the network. @throws {Error} if there is none at the path. */
export async function openCamera(executablePath: string): Promise<Camera> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext({ deviceScaleFactor: SCALE, offline: true });
  return {
    async photograph(html) {
      const page = await context.newPage();
      await page.setContent(html);
      await page.waitForSelector('body.finished');
      const picture = await page.locator('main').screenshot();
      await page.close();
      return picture;
    },
    close: () => browser.close(),
  };
}
