import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The text of a PDF file by the package's own function, page after page: what there would be without our reading. */
export async function textAsPdfiumGivesIt(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const texts = Array.from(document.pages(), (page) => page.getText());
  document.destroy();
  library.destroy();
  return texts.join('\n');
}
