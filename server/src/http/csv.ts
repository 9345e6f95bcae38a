/** A cell that a spreadsheet would run as a formula is put out of action; quotes are doubled. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows of a list as CSV with a byte-order mark (spreadsheets in China expect it) and a last line that says who exported when.
 * `wanted` names the columns and their order, as the screen shows them; what the rows do not have is left out.
 */
export function toCsv(items: readonly Record<string, unknown>[], watermark: string, wanted?: readonly string[]): string {
  const known = [...new Set(items.flatMap((i) => Object.keys(i)))];
  const columns = wanted?.filter((c) => known.includes(c)) ?? known;
  const lines = [columns.map(cell).join(','), ...items.map((i) => columns.map((c) => cell(i[c])).join(',')), cell(watermark)];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
