/** A Markdown table; figures stand right. @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function table(head, rows) {
  const widths = head.map((title, at) =>
    Math.max(4, ...[title, ...rows.map((row) => row[at] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells) =>
    `| ${widths.map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |\n`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |\n`;
  return line(head) + rule + rows.map(line).join('');
}

/** @param {number} value */
export const milliseconds = (value) => (value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`);

/** @param {number} value */
export const bytes = (value) => `${Math.round(value / 2 ** 20).toLocaleString('en')} MiB`;

/** @param {number} value @param {number} base */
export const ratio = (value, base) => `${(value / base).toFixed(2)}×`;
