import { stringify } from 'yaml';
import { upperFirst } from '../phrases/letters.ts';
import type { CompiledSection, CompiledType } from './page-type.ts';

/** A new page of a type: its title, and a heading with a comment for every required section. `isNamed`: the page's path says its type. */
export function skeletonOf({ type, sections }: CompiledType, title: string, isNamed: boolean): string {
  const front = stringify({ title, ...(isNamed ? {} : { pageType: type.name }) });
  const wanted = sections.filter(({ config }) => config.optional !== true);
  const isOfLevel = ({ config: { scope } }: CompiledSection) =>
    type.levels !== null && (scope === 'each-level' || scope === 'top-or-each-level');
  const top = wanted.filter((section) => !isOfLevel(section)).map((section) => partOf(section, 2));
  const each = wanted.filter(isOfLevel).map((section) => partOf(section, 4));
  const mark = type.levels?.with?.find((name) => !name.startsWith('/')) ?? null;
  const level =
    each.length === 0
      ? []
      : ['## Levels', `### ${title}`, ...(mark === null ? [] : [`#### ${mark}`, '<!-- Which one -->']), ...each];
  return `---\n${front}---\n\n${[...level, ...top].join('\n\n')}\n`;
}

function partOf({ config, names }: CompiledSection, depth: number): string {
  const level = config.depth?.[0] ?? depth;
  const words = config.hint ?? (config.about === undefined ? 'Write this section' : `Say ${config.about}`);
  // A comment ends at the first "-->".
  return `${'#'.repeat(level)} ${names.plain[0] ?? config.id}\n\n<!-- ${words.replaceAll('-->', '→')} -->`;
}

/** "bid-writer.md" is "Bid writer", and so is "bid-writer/index.md". */
export function titleOf(path: string): string {
  const [last = '', folder = last] = path.split('/').reverse();
  const name = (/^(?:_?index|readme)\.md$/i.test(last) ? folder : last).replace(/\.(?:md|markdown|mdx)$/i, '');
  const words = name.replace(/[-_]+/g, ' ').trim();
  return upperFirst(words);
}
