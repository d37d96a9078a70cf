export type ExportFormat = 'csv' | 'jsonl';

const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/** Counts the rows of a file while its bytes come. In CSV a line feed within quotation marks ends no row, and the first row is the head. */
export function rowCounter(format: ExportFormat): (bytes: Uint8Array) => number {
  let rows = format === 'csv' ? -1 : 0;
  let quoted = false;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === QUOTE && format === 'csv') {
        quoted = !quoted;
      } else if (byte === LINE_FEED && !quoted) {
        rows++;
      }
    }
    return Math.max(0, rows);
  };
}
