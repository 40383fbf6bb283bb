import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { ConfigError } from '../../config/config.ts';
import { cleanRelative } from '../../files/file-tree.ts';
import { type HugoConfig, type HugoFile, type HugoSources, hugoDefaults } from './config-files.ts';
import { type FoundHook, findHook, hookFolders } from './hooks.ts';
import { defaultMarkdown, markdownSettings } from './markdown-settings.ts';
import { chooseVersion } from './pins.ts';
import { merged, type Table, tableOf as table, tableAt, tableOf, textAt, valueAt, wordsOf as words } from './tables.ts';

/** Reads the settings that pages, ids and links depend on. Throws a `ConfigError` when a file cannot be parsed. */
export function readHugoConfig(sources: HugoSources): HugoConfig {
  const all = sources.files.reduce<Table>((before, file) => tableOf(merged(before, tableIn(file))), new Map());
  const range = tableAt(all, 'module.hugoversion');
  const { version, why } = chooseVersion(sources.asked, sources.pins, {
    min: textAt(range, 'min') || null,
    max: textAt(range, 'max') || null,
  });
  const found = { ...hugoDefaults.settings, version, versionWhy: why };
  if (sources.files.length === 0) {
    const { blockAttributes, rawHtml } = hugoDefaults.settings.markdown;
    return {
      ...hugoDefaults,
      settings: { ...found, markdown: { ...defaultMarkdown(version), blockAttributes, rawHtml } },
    };
  }
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
      ...found,
      markdown: markdownSettings(all, version),
      linkHook: hookOf('link', all, version, sources),
      imageHook: hookOf('image', all, version, sources),
      taxonomies: words(all.get('disablekinds')).includes('taxonomy') ? [] : taxonomies,
      disablePathToLower: all.get('disablepathtolower') === true,
      removePathAccents: all.get('removepathaccents') === true,
      uglyUrls: all.get('uglyurls') === true,
    },
  };
}

function hookOf(kind: 'link' | 'image', all: Table, version: string, { hooks, themes }: HugoSources): FoundHook {
  const wanted = importsOf(all);
  const missing = wanted.find((name) => !themes.some((folder) => isFolderOf(folder, name))) ?? null;
  const order = ['', ...wanted.flatMap((name) => themes.filter((folder) => isFolderOf(folder, name)))];
  const templates = order.flatMap((folder) => hooksIn(folder, kind, version, hooks));
  return findHook(kind, all, version, templates, missing);
}

/** Names of themes and paths of modules that the site imports. */
function importsOf(all: Table): readonly string[] {
  const imports = valueAt(all, 'module.imports');
  const modules: readonly unknown[] = Array.isArray(imports) ? imports : [];
  return [
    ...words(valueAt(all, 'theme')),
    ...modules.filter((one) => valueAt(table(one), 'disable') !== true).map((one) => textAt(table(one), 'path')),
  ].filter((name) => name !== '');
}

function isFolderOf(folder: string, name: string): boolean {
  return folder === `themes/${name}` || folder === `_vendor/${name}`;
}

/** The templates of the site (`''`) or a theme; Hugo takes those of a section, a language or a format before the general one. */
function hooksIn(folder: string, kind: string, version: string, hooks: readonly HugoFile[]): readonly HugoFile[] {
  const isHere = (path: string) =>
    folder === '' ? !/^(?:themes|_vendor)\//.test(path) : path.startsWith(`${folder}/`);
  const names = hookFolders(version);
  return hooks.filter(({ path }) => {
    const [, place = ''] = /\/?((?:[^/]+\/)?_markup)\/render-[^/]*$/.exec(path) ?? [];
    const isGeneral = names.some((name) => `/${path}`.includes(`/${name}/render-`));
    return isHere(path) && path.includes(`/render-${kind}.`) && (isGeneral || place !== '_markup');
  });
}

/**
 * `taxonomies.toml` is what stands below the key `taxonomies`; `languages.de.toml` and `hugo.de.toml` what stands below
 * `languages.de`, `params.de.toml` below `languages.de.params`.
 */
function tableIn(file: HugoFile): Table {
  const [name = '', language] = file.path
    .slice(file.path.lastIndexOf('/') + 1)
    .toLowerCase()
    .split('.')
    .slice(0, -1);
  const read = table(parse(file));
  if (language !== undefined) {
    const isBelow = name === 'params' || name === 'menus' || name === 'menu';
    const own = isBelow ? new Map([[name, read]]) : read;
    return new Map([['languages', new Map([[language, own]])]]);
  }
  return name === 'hugo' || name === 'config' ? read : new Map([[name, read]]);
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

/** All patterns in `permalinks`, by section or first by kind of page. */
function patterns(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : [...table(value).values()].flatMap(patterns);
}

function inside(paths: readonly string[], fallback: readonly string[]): readonly string[] {
  const clean = paths.map(cleanRelative).filter((path) => path !== null);
  return clean.length > 0 ? clean : fallback;
}
