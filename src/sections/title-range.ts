import type { Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';

/** Where the page says its title: the front matter's line, else the first heading, else the first line that is not blank. */
export function titleRange(page: Page): Range {
  const { frontMatter, headings } = page.facts;
  const key = Object.keys(frontMatter?.keys ?? {}).find((name) => name.toLowerCase() === 'title');
  const title = key === undefined ? undefined : frontMatter?.keys[key];
  if (title !== undefined) return [title.key[0], Math.max(title.key[1], title.value[1])];
  const [first] = headings;
  if (first !== undefined) return first.textRange;
  const { text } = page;
  const start = Math.max(0, text.search(/[^\s\uFEFF]/));
  return [start, start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0)];
}
