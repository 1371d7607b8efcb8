/** The size of an image in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a PNG, JPEG or GIF image; null for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length >= 24 && view.readUInt32BE(0) === 0x89504e47) {
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  if (view.length >= 10 && view.toString('latin1', 0, 4) === 'GIF8') {
    return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  }
  return view.length >= 4 && view.readUInt16BE(0) === 0xffd8 ? jpegSize(view) : null;
}

/** Goes from segment to segment until one that begins a frame. */
function jpegSize(view: Buffer): ImageSize | null {
  for (let at = 2; at + 9 <= view.length; at += 2 + view.readUInt16BE(at + 2)) {
    const marker = view.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
  }
  return null;
}
