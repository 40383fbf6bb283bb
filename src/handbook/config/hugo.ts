import type { HugoSettings } from '../config.ts';
import type { FileTree } from '../file-tree.ts';
import { cleanRelative } from '../file-tree.ts';

/** What a Hugo site's own configuration says about folders and addresses. */
export interface HugoConfig {
  readonly content: readonly string[];
  readonly static: readonly string[];
  readonly settings: HugoSettings;
}

const names = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);

/**
 * Reads the few settings that move pages. Only plain values at the top level of the usual files count: what a
 * module, a theme or an environment sets is for handbook.yaml to say.
 */
export function readHugoConfig(tree: FileTree): HugoConfig {
  const text = ['', 'config/_default/']
    .flatMap((folder) => names.map((name) => folder + name))
    .filter((path) => tree.exists(path))
    .map((path) => new TextDecoder().decode(tree.read(path)).slice(0, 200_000))
    .join('\n');
  const disabled = values(text, 'disableKinds');
  const taxonomies = disabled.includes('taxonomy') ? [] : tableValues(text, 'taxonomies');
  return {
    content: inside(values(text, 'contentDir'), ['content']),
    static: inside(values(text, 'staticDir'), ['static']),
    settings: {
      taxonomies: disabled.includes('taxonomy') ? [] : taxonomies.length > 0 ? taxonomies : ['categories', 'tags'],
      disablePathToLower: values(text, 'disablePathToLower')[0] === 'true',
      removePathAccents: values(text, 'removePathAccents')[0] === 'true',
      uglyUrls: values(text, 'uglyURLs')[0] === 'true',
    },
  };
}

function inside(paths: readonly string[], fallback: readonly string[]): readonly string[] {
  const clean = paths.map(cleanRelative).filter((path) => path !== null);
  return clean.length > 0 ? clean : fallback;
}

/** A key's value or values in YAML, TOML or JSON: `staticDir: [a, b]`, `staticDir = "a"`, or a YAML list below it. */
function values(text: string, key: string): string[] {
  const found = new RegExp(`^[ \\t]{0,4}"?${key}"?[ \\t]*[:=][ \\t]*(.*)$`, 'im').exec(text);
  if (!found) return [];
  const inline = found[1]!.trim();
  if (inline.startsWith('[')) return words(inline.slice(1).split(']')[0]!.split(','));
  if (inline !== '' && !inline.startsWith('#')) return words([inline]);
  const below: string[] = [];
  for (const line of text
    .slice(found.index + found[0].length)
    .split('\n')
    .slice(1)) {
    const item = /^[ \t]*- (.*)$/.exec(line);
    if (!item) break;
    below.push(item[1]!);
  }
  return words(below);
}

/** The values of a table: `taxonomies: {tag: tags}` or `[taxonomies]` with lines `tag = "tags"`. */
function tableValues(text: string, key: string): string[] {
  const start = new RegExp(`^(?:\\[${key}\\]|"?${key}"?[ \\t]*:)[ \\t]*$`, 'im').exec(text);
  if (!start) return [];
  const lines: string[] = [];
  for (const line of text
    .slice(start.index + start[0].length)
    .split('\n')
    .slice(1)) {
    const pair = /^[ \t]*"?[\w-]+"?[ \t]*[:=][ \t]*(\S.*)$/.exec(line);
    if (!pair || (start[0].startsWith('[') === false && !/^[ \t]/.test(line))) break;
    lines.push(pair[1]!);
  }
  return words(lines);
}

function words(raw: readonly string[]): string[] {
  return raw
    .map((word) =>
      word
        .trim()
        .replace(/^"([^"]*)".*$|^'([^']*)'.*$/s, '$1$2')
        .replace(/\s#.*$|,$/gs, '')
        .trim(),
    )
    .filter((word) => word !== '');
}
