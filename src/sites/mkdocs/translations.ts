import type { YamlMap } from '../configuration/yaml-values.ts';

/** How mkdocs-static-i18n is told what is a translation of what. */
export interface Translations {
  /** Files are `a.fr.md`, else `fr/a.md`. */
  readonly areSuffixes: boolean;
  readonly languages: readonly string[];
  /** The language of files whose names tell none. */
  readonly main: string;
}

/** The plugin's settings; `null` without the plugin. */
export function translationsOf(plugin: YamlMap | undefined): Translations | null {
  if (plugin === undefined) return null;
  const listed = plugin.maps('languages');
  const languages = listed.flatMap((each) => each.word('locale') ?? []);
  const main = listed.find((each) => each.word('default') === 'true')?.word('locale');
  return { areSuffixes: plugin.word('docs_structure') !== 'folder', languages, main: main ?? languages[0] ?? '' };
}

/** The language that a file's path tells, below the folder of pages: `fr` of `a.fr.md` or `fr/a.md`; `null`: none. */
function toldLanguage(path: string, { areSuffixes, languages }: Translations): string | null {
  const told = (areSuffixes ? /\.([^./]+)\.[^./]+$/.exec(path)?.[1] : path.split('/', 1)[0]) ?? '';
  return languages.includes(told) ? told : null;
}

/**
 * The file that the built page shows where a page at `from` names `target`, both below the folder of pages: the translation into the
 * page's own language, where there is one. `null`: none, or nobody can say, since each language is built by itself and knows no file of
 * another. Source: mkdocs-static-i18n 1.3, run with MkDocs 1.6.1.
 */
export function inLanguageOf(
  from: string,
  target: string,
  translations: Translations,
  isThere: (path: string) => boolean,
): string | null {
  const { areSuffixes, main } = translations;
  const language = toldLanguage(from, translations) ?? main;
  const told = toldLanguage(target, translations);
  if (told !== null || !areSuffixes) return (told ?? main) === language ? target : null;
  const ending = target.lastIndexOf('.');
  const own = `${target.slice(0, ending)}.${language}${target.slice(ending)}`;
  return language !== main && isThere(own) ? own : target;
}
