/** A file that came with a call. */
export interface Upload {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** What a body of multipart/form-data holds, by the names of its parts. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Upload>;
}

const END_OF_LINE = '\r\n';

/** Takes a form apart; parts without a name are passed over. */
export function parseMultipart(body: Buffer, boundary: string): Form {
  const fields: Record<string, string> = {};
  const files = new Map<string, Upload>();
  const first = `--${boundary}`;
  const between = `${END_OF_LINE}${first}`;
  let start = body.indexOf(first) + first.length;
  for (let end = body.indexOf(between, start); end >= 0; end = body.indexOf(between, start)) {
    const part = body.subarray(start + END_OF_LINE.length, end);
    const headerEnd = part.indexOf(END_OF_LINE + END_OF_LINE);
    const header = part.subarray(0, headerEnd).toString('utf8');
    const content = part.subarray(headerEnd + 2 * END_OF_LINE.length);
    const name = /[;\s]name="?([^";\r\n]*)/u.exec(header)?.[1] ?? '';
    const filename = /[;\s]filename="?([^";\r\n]*)/u.exec(header)?.[1];
    if (filename !== undefined) files.set(name, { filename, bytes: content });
    else if (name !== '') fields[name] = content.toString('utf8');
    start = end + between.length;
  }
  return { fields, files };
}
