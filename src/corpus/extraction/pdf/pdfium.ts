import { PDFiumModule } from '@hyzyla/pdfium';

/** Room for what PDFium writes through pointers: up to eight doubles. */
const SCRATCH_BYTES = 64;

/**
 * PDFium with numbers for pointers. The package's own classes give a page's text as one string in which the places of the
 * glyphs are lost, and never close a page.
 */
export interface Pdfium {
  /** Calls a function of PDFium by its name; pointers, numbers and truth values are all numbers. */
  call(name: string, ...values: number[]): number;
  /** Copies bytes into PDFium's memory; they stay there. */
  store(bytes: Uint8Array): number;
  /** Lets `write` fill the scratch room, and gives it as doubles, to be read before the next call. */
  doubles(write: (pointer: number) => number): Float64Array;
  /** The same as floats. */
  floats(write: (pointer: number) => number): Float32Array;
  /** The same as whole numbers of 32 bits. */
  integers(write: (pointer: number) => number): Uint32Array;
  /** A string that `write` puts into a buffer of its own: it is called first for the size in bytes, zero at the end included. */
  text(write: (pointer: number, size: number) => number): string;
  /** Where a name in ASCII letters stands in PDFium's memory; it is put there once. */
  name(name: string): number;
}

export async function loadPdfium(): Promise<Pdfium> {
  const library = await PDFiumModule({});
  const { malloc, free } = library.wasmExports;
  const functions: object = library.wasmExports;
  const call = (name: string, ...values: number[]): number => {
    const called: unknown = Reflect.get(functions, name);
    if (typeof called !== 'function') throw new Error(`PDFium has no function ${name}`);
    // Functions that return nothing give undefined.
    return Number(Reflect.apply(called, undefined, values));
  };
  call('FPDF_InitLibrary');
  const utf16 = new TextDecoder('utf-16le');
  const names = new Map<string, number>();
  const scratch = malloc(SCRATCH_BYTES);
  // PDFium's memory moves when it grows, so no view of it is kept.
  const store = (bytes: Uint8Array): number => {
    const pointer = malloc(bytes.length);
    library.HEAPU8.set(bytes, pointer);
    return pointer;
  };
  return {
    call,
    store,
    doubles: (write) => {
      write(scratch);
      return new Float64Array(library.HEAPU8.buffer, scratch, SCRATCH_BYTES / 8);
    },
    floats: (write) => {
      write(scratch);
      return new Float32Array(library.HEAPU8.buffer, scratch, SCRATCH_BYTES / 4);
    },
    integers: (write) => {
      write(scratch);
      return new Uint32Array(library.HEAPU8.buffer, scratch, SCRATCH_BYTES / 4);
    },
    text: (write) => {
      const size = write(0, 0);
      if (size <= 2) return '';
      const pointer = malloc(size);
      write(pointer, size);
      const text = utf16.decode(library.HEAPU8.subarray(pointer, pointer + size - 2));
      free(pointer);
      return text;
    },
    name: (name) => {
      const pointer = names.get(name) ?? store(new TextEncoder().encode(`${name}\0`));
      names.set(name, pointer);
      return pointer;
    },
  };
}
