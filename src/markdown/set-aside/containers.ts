import { outsideFences } from './lines.ts';

/** `::: tip Title`, `:::note[Title]`, and the `:::` that ends it. */
const CONTAINER = /^[ \t>]*:{3,}/;

/** The text with the lines that open and close containers left blank: what stands between them is Markdown of the page. */
export function withoutContainers(text: string): string {
  if (!text.includes(':::')) return text;
  const lines = text.split('\n');
  for (const index of outsideFences(lines)) {
    const line = lines[index] ?? '';
    const found = CONTAINER.exec(line);
    if (found) lines[index] = found[0].replace(/:/g, ' ') + line.slice(found[0].length).replace(/[^\r]/g, ' ');
  }
  return lines.join('\n');
}
