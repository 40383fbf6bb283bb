import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { ConfigError } from '../../config/config.ts';
import { cleanRelative } from '../../files/file-tree.ts';
import { type HugoConfig, type HugoFile, hugoDefaults } from './config-files.ts';

/** A table by its keys in lower case, since Hugo does not tell capitals apart. */
type Table = ReadonlyMap<string, unknown>;

/**
 * Reads the few settings that move pages. What a module, a theme or an environment sets is for handbook.yaml to say. Of a
 * site in several languages, the pages of its main one count. Throws a `ConfigError` when a file cannot be parsed.
 */
export function readHugoConfig(files: readonly HugoFile[]): HugoConfig {
  const all = new Map<string, unknown>();
  for (const file of files) for (const [key, value] of tableOf(file)) if (!all.has(key)) all.set(key, value);
  const languages = table(all.get('languages'));
  const main = words(all.get('defaultcontentlanguage'))[0]?.toLowerCase() ?? 'en';
  const isBelowMain = all.get('defaultcontentlanguageinsubdir') === true;
  const language = table(languages.get(main));
  const ofLanguage = (key: string) => language.get(key) ?? all.get(key);
  const own = [...table(all.get('taxonomies')).values()].flatMap(words);
  const taxonomies = own.length > 0 ? own : hugoDefaults.settings.taxonomies;
  return {
    content: inside(words(ofLanguage('contentdir')), hugoDefaults.content),
    static: inside(words(ofLanguage('staticdir')), hugoDefaults.static),
    elsewhere: [
      ...[...languages.keys()].filter((name) => name !== main || isBelowMain).map((name) => `/${name}/`),
      ...patterns(all.get('permalinks'))
        .map((pattern) => /^\/?([^:]*)/.exec(pattern)?.[1] ?? '')
        .map((start) => `/${start}`),
    ],
    settings: {
      taxonomies: words(all.get('disablekinds')).includes('taxonomy') ? [] : taxonomies,
      disablePathToLower: all.get('disablepathtolower') === true,
      removePathAccents: all.get('removepathaccents') === true,
      uglyUrls: all.get('uglyurls') === true,
    },
  };
}

/** `taxonomies.toml` is what stands below the key `taxonomies`; for one language, `menus.en.toml` is none of ours. */
function tableOf(file: HugoFile): Table {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const read = table(parse(file));
  return name === 'hugo' || name === 'config' ? read : new Map([[name.toLowerCase(), read]]);
}

function parse({ path, text }: HugoFile): unknown {
  try {
    if (path.endsWith('.toml')) return parseToml(text);
    if (path.endsWith('.json')) return JSON.parse(text);
  } catch (error) {
    const line = error instanceof TomlError ? error.line : null;
    throw new ConfigError(path, line, `which Hugo could not read either. ${firstLine(error)}`);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  const [wrong] = document.errors;
  if (wrong) {
    const { line } = lineCounter.linePos(wrong.pos[0]);
    throw new ConfigError(path, line, `which Hugo could not read either. ${firstLine(wrong)}`);
  }
  return document.toJS({ maxAliasCount: 100 });
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

function table(value: unknown): Table {
  if (value instanceof Map) return value;
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(isTable ? Object.entries(value).map(([key, below]) => [key.toLowerCase(), below]) : []);
}

/** All patterns in `permalinks`, by section or first by kind of page. */
function patterns(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : [...table(value).values()].flatMap(patterns);
}

/** One word or a list of them. */
function words(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((word): word is string => typeof word === 'string' && word !== '');
}

function inside(paths: readonly string[], fallback: readonly string[]): readonly string[] {
  const clean = paths.map(cleanRelative).filter((path) => path !== null);
  return clean.length > 0 ? clean : fallback;
}
