/** The paragraphs of a plain text: what stands between blank lines, or, in a text that has none, each line. */
export function paragraphsOfText(text: string): string[] {
  const lines = text.split(/\r\n?|\n|\u2029/u);
  if (!lines.some((line, index) => line.trim() === '' && index > 0 && index < lines.length - 1)) {
    return lines;
  }
  const paragraphs: string[] = [''];
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push('');
    else paragraphs.push(`${paragraphs.pop() ?? ''}\n${line}`);
  }
  return paragraphs;
}
