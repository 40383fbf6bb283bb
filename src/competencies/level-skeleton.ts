import { stringify } from 'yaml';
import { nameOf } from '../files/paths.ts';
import { byStart } from '../markdown/ranges.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Framework, LevelPage } from './framework.ts';

/** The page of a framework that a new one at this path is most like: the one of its level in another department. */
export function neighbourOf(path: string, framework: Framework): LevelPage | null {
  const name = nameOf(path);
  const pages = framework.pages.filter(
    ({ shape, page, department }) => shape === 'page' && department.id !== '' && page.path !== path,
  );
  const folder = path.split('/').slice(0, -2).join('/');
  const named = pages.filter(({ page }) => page.path.endsWith(`/${name}`));
  return named.find(({ page }) => page.path.startsWith(`${folder}/`)) ?? named[0] ?? null;
}

/** A new level page with the headings of its neighbour and the shared lists that stand below them; what is the neighbour's own is left out. */
export function levelSkeleton(neighbour: LevelPage, title: string, handbook: Handbook): string {
  const { page } = neighbour;
  const headings = page.facts.headings.map(({ range, level, text }) => ({
    range,
    level,
    text: level === 1 && text === page.title ? `# ${title}` : page.text.slice(...range).trim(),
  }));
  const includes = handbook
    .includes(page)
    .map(({ call: { range } }) => ({ range, level: null, text: page.text.slice(...range) }));
  const parts = [...headings, ...includes].sort(byStart);
  const lines = parts.flatMap(({ level, text }, index) => {
    const next = parts[index + 1];
    const isBare = level !== null && (next === undefined || (next.level !== null && next.level <= level));
    return isBare ? [text, '<!-- What this level asks for -->'] : [text];
  });
  return `---\n${stringify({ title })}---\n\n${lines.join('\n\n')}\n`;
}
