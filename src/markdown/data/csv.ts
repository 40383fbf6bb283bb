import type { PageContent, TableCell } from '../facts.ts';

/** Reads a file of separated values (RFC 4180; also with semicolons or tabs) as one table, its first line as the header. */
export function readCsv(text: string): PageContent {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Between the two signs of a line's end stands an empty row.
  const rows = readRows(text, start, separatorOf(text));
  const [header, ...body] = rows.filter((cells) => cells.some((cell) => cell.text !== ''));
  if (header === undefined) return { blocks: [] };
  return { blocks: [{ type: 'table', range: [start, text.length], header, rows: body }] };
}

/** The sign that comes most in the first line. */
function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function readRows(text: string, from: number, separator: string): TableCell[][] {
  const rows: TableCell[][] = [];
  let row: TableCell[] = [];
  for (let at = from; ; at += 1) {
    const { cell, end } = readCell(text, at, separator);
    row.push(cell);
    at = end;
    if (text[end] === separator) continue;
    rows.push(row);
    row = [];
    if (end === text.length) return rows;
  }
}

function readCell(text: string, at: number, separator: string): { readonly cell: TableCell; readonly end: number } {
  const isEnd = (sign: string | undefined) =>
    sign === undefined || sign === separator || sign === '\n' || sign === '\r';
  if (text[at] === '"') {
    let end = at + 1;
    while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
    const value = text
      .slice(at + 1, end)
      .replaceAll('""', '"')
      .replace(/\s+/g, ' ')
      .trim();
    let next = Math.min(end + 1, text.length);
    while (!isEnd(text[next])) next += 1;
    return { cell: { range: [at, next], textRange: [at + 1, Math.min(end, text.length)], text: value }, end: next };
  }
  let end = at;
  while (!isEnd(text[end])) end += 1;
  const written = text.slice(at, end);
  const start = at + (written.length - written.trimStart().length);
  const value = written.trim();
  return { cell: { range: [at, end], textRange: [start, start + value.length], text: value }, end };
}
