import { nameOf, withoutEnding } from '../../../files/paths.ts';
import { partialsCalledBy } from '../templates/followed-template.ts';
import { withoutComments } from '../templates/language/without-comments.ts';
import { type LayoutIds, layoutIds } from '../templates/layout-ids.ts';
import { type SilentLayouts, silentLayouts } from '../templates/silent-layouts.ts';
import type { HugoFile } from './hugo-file.ts';

/** What is read of the templates of a site and its themes. */
export interface TemplateFiles {
  /** Templates for links, images and headings, of the site and of themes. */
  readonly hooks: readonly HugoFile[];
  /** Templates of shortcodes, those of themes last. */
  readonly shortcodes: readonly HugoFile[];
  /** Templates that the others call, as far as what becomes of links, images or headings depends on them. */
  readonly partials: readonly HugoFile[];
  /** Templates of whole pages, by path: what they make is not known, but without any nothing is made. */
  readonly layouts: readonly string[];
  /** The ids that they give. */
  readonly layoutIds: LayoutIds;
  /** Those that show nothing of their pages' text. */
  readonly silent: SilentLayouts;
  /** Whether any of them may make further pages of lists. */
  readonly paginates: boolean;
  /** Whether one that makes no web page asks for the old addresses of pages, as one that writes redirects does. */
  readonly writesAliases: boolean;
  /** Whether any of them, or of the others, may publish files that nothing else publishes. */
  readonly usesFiles: boolean;
}

/** The templates among the files below folders of layouts and themes. `isSection`: whether the content has a section of that name. */
export function templateFiles(
  below: readonly string[],
  read: (path: string) => readonly HugoFile[],
  isSection: (name: string) => boolean,
): TemplateFiles {
  const hooks = below.filter((path) => HOOK.test(path)).sort();
  const isShortcode = (path: string) => SHORTCODES.test(`/${path}`) && /\.(?:html|md)$/.test(path);
  const isTemplate = (path: string) => `/${path}`.includes('/layouts/') && /\.\w+$/.test(path);
  const isLayout = (path: string) => isTemplate(path) && !isShortcode(path) && !HOOK.test(path);
  const layouts = below.filter(isLayout).slice(0, MAX_LAYOUTS);
  const shortcodes = below.filter(isShortcode).slice(0, MAX_SHORTCODES).flatMap(read);
  const files = layouts.flatMap(read);
  const isCut = layouts.length === MAX_LAYOUTS;
  const ofHooks = hooks.flatMap(read);
  const calling = [...ofHooks, ...shortcodes.filter(({ path }) => /\/figure\.html$/.test(path))];
  const pages = files.filter(({ path }) => partialName(path) === null && WEB_PAGE.test(path));
  const others = files.filter(({ path }) => partialName(path) === null && !WEB_PAGE.test(path));
  const usual = pages.filter(({ path }) => {
    const name = withoutEnding(nameOf(path));
    return USUAL.test(name) || isSection(name);
  });
  return {
    hooks: ofHooks,
    shortcodes,
    partials: calledBy(calling, files),
    layouts,
    layoutIds: layoutIds(shownBy(pages, files), shownBy(usual, files)),
    silent: isCut ? {} : silentLayouts(files),
    paginates: isCut || files.some(({ text }) => PAGINATES.test(text)),
    writesAliases: isCut || shownBy(others, files).some((text) => ALIASES.test(withoutComments(text))),
    usesFiles: isCut || [...files, ...shortcodes, ...ofHooks].some(({ text }) => USES_FILES.test(text)),
  };
}

const PARTIAL = /\/layouts\/_?partials\/(.+)/s;

/** The name of a partial template by its file; `null` for other templates. */
export function partialName(path: string): string | null {
  return PARTIAL.exec(`/${path}`)?.[1] ?? null;
}

/** A layout for web pages, which `list.print.html` is not. */
const WEB_PAGE = /(?:^|\/)[^/.]+\.html$/;
/** Names that Hugo takes without being told, besides that of a section: `_default/crew.html` is for the page of crew/. Run with 0.131 and 0.169. */
const USUAL = /^(?:baseof|all|home|index|list|section|single|page|taxonomy|terms?)$/;

/** The texts of these layouts, and of the partials that they call. */
function shownBy(pages: readonly HugoFile[], files: readonly HugoFile[]): readonly string[] {
  return [...pages, ...calledBy(pages, files)].map(({ text }) => text);
}

function calledBy(calling: readonly HugoFile[], files: readonly HugoFile[]): readonly HugoFile[] {
  // Of several of one name which counts is decided later: what any of them calls may be asked for.
  const all = new Map<string, string>();
  for (const { path, text } of files) {
    const name = partialName(path);
    for (const each of name === null ? [] : [name, name.replace(/\.html$/, '')])
      all.set(each, `${all.get(each) ?? ''}\n${text}`);
  }
  const called = partialsCalledBy(
    calling.map(({ text }) => text),
    all,
  );
  return files.filter(({ path }) => {
    const name = partialName(path);
    return name !== null && (called.has(name) || called.has(name.replace(/\.html$/, '')));
  });
}

const SHORTCODES = /\/layouts\/_?shortcodes\//;
const HOOK = /\/_markup\/render-(?:link|image|heading)(?:\.[\w.]+)?\.html$/;
const MAX_SHORTCODES = 1000;
const MAX_LAYOUTS = 1000;
const PAGINATES = /\.Paginat(?:e|or)\b/;
const ALIASES = /\.(?:Params\.a|A)liases\b/;
const USES_FILES = /\bresources\.|\.Resources\b/;
