/** A Markdown table, readable in a terminal too. Every row has as many cells as the header. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** A number with fixed decimals, or a dash for what there is none of. */
export function formatNumber(value: number | null, decimals: number): string {
  return value === null ? '–' : value.toFixed(decimals);
}
