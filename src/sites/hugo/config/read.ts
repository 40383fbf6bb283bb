import type { HugoSettings, Language } from '../../../config/hugo-settings.ts';
import type { HugoSources } from '../sources/sources.ts';
import { followedTemplate } from '../templates/followed-template.ts';
import { hookOf, keepsIds, partialsOf } from '../templates/hook-files.ts';
import { shortcodeSettings } from '../templates/include-templates.ts';
import { changes, isSince } from '../version.ts';
import { contradictionsIn } from './contradictions.ts';
import { type HugoConfig, hugoDefaults } from './defaults.ts';
import { foldersOf, sourcesOf, unwrittenMounts } from './folders.ts';
import { languagesOf } from './languages.ts';
import { defaultMarkdown, markdownSettings } from './markdown-settings.ts';
import { withThemes } from './merge-themes.ts';
import { otherSites } from './other-sites.ts';
import { filesAtTop, formatsOf } from './outputs.ts';
import { parseFiles } from './parse.ts';
import { byLanguageOf, dateKeysIn, settingsPerLanguage } from './per-language.ts';
import { chooseVersion } from './pins.ts';
import { flagAt, type Table, tableAt, tableOf, textAt, valueAt, wordsOf as words } from './tables.ts';
import { has404, type Imports, importsOf, shortcodesOf } from './themes.ts';

/** What the parts of the settings are read from. */
interface Reading {
  readonly sources: HugoSources;
  readonly imports: Imports;
  /** What the site itself says, and with it what it takes over of its themes'. */
  readonly site: Table;
  readonly all: Table;
  readonly version: string;
}

/** Reads the settings that pages, ids and links depend on; what a file that cannot be read would say is unknown. */
export function readHugoConfig(sources: HugoSources): HugoConfig {
  const { all: site, unreadable } = parseFiles(sources.files);
  const chosen = chooseVersion(sources.asked, sources.pins, textAt(site, 'module.hugoversion.max'));
  const { version } = chosen;
  const imports = importsOf(site, sources);
  const shortcodes = shortcodeSettings(shortcodesOf(sources, imports));
  const found = {
    ...hugoDefaults.settings,
    ...chosen,
    unreadable,
    isOnNetlify: sources.pins.some(({ path }) => path === 'netlify.toml'),
    ownShortcodes: shortcodes.own,
    inner: shortcodes.inner,
  };
  if (sources.files.length === 0) {
    const { blockAttributes, rawHtml } = found.markdown;
    const markdown = { ...defaultMarkdown(version), blockAttributes, rawHtml };
    return { ...hugoDefaults, includes: shortcodes.includes, settings: { ...found, markdown } };
  }
  const themes = imports.themes.map(({ config }) => config);
  const all = withThemes(site, themes, version);
  const reading: Reading = { sources, imports, site, all, version };
  const { languages, unbuilt } = languagesOf(all);
  const { unknownPrefixes, ...folders } = foldersOf(all, imports, languages, version);
  const [home, ...homes] = unwrittenMounts(languages, folders.mounts, sources.homes);
  const others = folders.mounts.filter(({ source }) => source !== 'content');
  const mounts = home ? [home, ...homes, ...others] : folders.mounts;
  const perLanguage = settingsPerLanguage(all);
  // The main language's own counts, where it has one.
  const base = baseOf(textAt(all, `languages.${languages[0]?.name}.baseurl`) || textAt(all, 'baseurl'));
  return {
    content: sourcesOf(mounts),
    static: sourcesOf(folders.staticMounts),
    assets: sourcesOf(folders.assetMounts),
    hosts: base.host === '' ? [] : [base.host],
    layouts: ['layouts', ...imports.themes.flatMap((one) => (one.hasTemplates ? `${one.folder}/layouts` : []))],
    includes: shortcodes.includes,
    unknownPrefixes: [...unknownPrefixes, ...otherSites(all, languages)],
    asked: [],
    settings: withoutHidden({
      ...found,
      ...folders,
      mounts,
      unreadable: home ? [...unreadable, { place: `the mount of ${home.source}`, hides: 'all' }] : unreadable,
      ...perLanguage,
      ...languageSettings(all, languages, unbuilt),
      ...addressSettings(all, version, sources.writesAliases),
      ...templateSettings(reading, shortcodes.figure),
      ...madeByHugo(reading, languages, perLanguage.disabledKinds),
      basePath: base.path,
      markdown: markdownSettings(all, version),
      contradictions: contradictionsIn(all),
      ignoreFiles: words(valueAt(all, 'ignorefiles')),
    }),
  };
}

/** Settings without what a file says that cannot be read. */
function withoutHidden(settings: HugoSettings): HugoSettings {
  const hiding = settings.unreadable.find(({ hides }) => hides !== 'nothing');
  if (hiding === undefined) return settings;
  const hook = { hook: 'unknown' as const, why: `${hiding.place} cannot be read` };
  return { ...settings, linkHook: hook, imageHook: hook, keepsHeadingIds: false };
}

function languageSettings(all: Table, languages: readonly Language[], unbuiltLanguages: readonly string[]) {
  const having = (key: string) =>
    languages.filter(({ name }) => valueAt(all, `languages.${name}.${key}`) !== undefined);
  return {
    languages,
    hasHosts: having('baseurl').length > 0,
    unbuiltLanguages,
    byLanguage: byLanguageOf(all, languages),
    withOwnMarkup: having('markup').map(({ name }) => (name === languages[0]?.name ? '' : name)),
  };
}

function addressSettings(all: Table, version: string, writesAliases: boolean) {
  const rooted: HugoSettings['rooted'] = flagAt(all, 'canonifyurls', false) ? 'canonify' : null;
  return {
    uglyUrls: uglyOf(all),
    pluralizesTitles: flagAt(all, 'pluralizelisttitles', true),
    rooted: flagAt(all, 'relativeurls', false) ? ('relative' as const) : rooted,
    dateInName: dateInNameOf(words(valueAt(all, 'frontmatter.date'))),
    dateKeys: dateKeysIn(all),
    hasAliases: writesAliases || !flagAt(all, 'disablealiases', false),
    redirectsHome: redirectsHome(all, version),
  };
}

/** What the templates of the site and its themes do. `figure`: the site's own template of that shortcode. */
function templateSettings({ sources, imports, site, all, version }: Reading, figure: string | null) {
  const forHooks = withoutLoneLanguage(site, all);
  const linkHook = hookOf('link', forHooks, version, sources, imports);
  const imageHook = hookOf('image', forHooks, version, sources, imports);
  const isAnyEmbedded = linkHook.hook === 'embedded' || imageHook.hook === 'embedded';
  return {
    linkHook,
    imageHook,
    keepsHeadingIds: keepsIds(all, version, sources, imports),
    usesFiles: sources.usesFiles || imports.missing !== null || isAnyEmbedded,
    layoutIds: imports.missing === null ? sources.layoutIds.ids : [...sources.layoutIds.ids, 'TableOfContents'],
    layoutsMakeIds: sources.layoutIds.makesMore,
    silentLayouts: isLayoutKnown(sources, imports, site) ? sources.silent : {},
    figure: figure === null ? null : followedTemplate(figure, all, partialsOf(sources, imports)),
  };
}

/** Whether layouts are those that lie in folders called so, and no cascade of the configuration names any. */
function isLayoutKnown({ files, themeFiles, silent }: HugoSources, { themes, missing }: Imports, site: Table): boolean {
  const mounts = [valueAt(site, 'module.mounts'), ...themes.map((theme) => theme.mounts)].flatMap((list) =>
    Array.isArray(list) ? list.map(tableOf) : [],
  );
  const isMoved = mounts.some(
    (mount) => /^layouts/.test(textAt(mount, 'target')) && textAt(mount, 'source') !== 'layouts',
  );
  const isNamed = [...files, ...themeFiles].some(
    ({ path, text }) => /cascade/i.test(path + text) && /\b(?:type|layout)\b/i.test(text),
  );
  return (
    missing === null &&
    valueAt(site, 'layoutdir') === undefined &&
    !isMoved &&
    !isNamed &&
    Object.values(silent).includes(true)
  );
}

/** One language that a theme names alone does not make a site one with languages, as far as hooks go. Run with 0.131 and 0.169. */
function withoutLoneLanguage(site: Table, all: Table): Table {
  const isLone = tableAt(site, 'languages').size === 0 && tableAt(all, 'languages').size === 1;
  return isLone ? new Map([...all].filter(([key]) => key !== 'languages')) : all;
}

/** What Hugo makes besides a page for each file. */
function madeByHugo(
  { sources, imports, all }: Reading,
  languages: readonly Language[],
  disabledKinds: readonly string[],
) {
  const makes404 = !disabledKinds.includes('404') && has404(sources, imports);
  const paginates = sources.paginates || imports.missing !== null;
  return {
    formats: formatsOf(all),
    generated: [
      ...filesAtTop(all, disabledKinds, languages),
      ...(makes404 ? languages.map(({ prefix }) => `${prefix}/404.html`) : []),
    ],
    pager: paginates ? textAt(all, 'pagination.path') || textAt(all, 'paginatepath') || 'page' : null,
    duplicatesFiles: flagAt(all, 'markup.goldmark.duplicateresourcefiles', false),
  };
}

function redirectsHome(all: Table, version: string): boolean {
  const isOff = (key: string, since: string) => flagAt(all, key, false) && isSince(version, since);
  return !(
    isOff('disabledefaultlanguageredirect', changes.homeWithoutRedirect) ||
    isOff('disabledefaultsiteredirect', changes.siteWithoutRedirect)
  );
}

/** Whether the date in a file's name counts before the one that the page gives, or after it. */
function dateInNameOf(order: readonly string[]): 'first' | 'last' | null {
  const at = order.indexOf(':filename');
  return at < 0 ? null : at === 0 ? 'first' : 'last';
}

function uglyOf(all: Table): boolean | readonly string[] {
  // The format says it for itself.
  if (flagAt(all, 'outputformats.html.nougly', false)) return false;
  if (flagAt(all, 'outputformats.html.ugly', false)) return true;
  const sections = [...tableAt(all, 'uglyurls')].filter(([, isUgly]) => isUgly === true).map(([name]) => name);
  return sections.length > 0 ? sections : flagAt(all, 'uglyurls', false);
}

/** The host of `baseURL`, and its path without a final slash. One that names no host says nothing. */
function baseOf(url: string): { readonly host: string; readonly path: string } {
  const match = /^https?:\/\/([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(url);
  if (!match) return { host: '', path: /^\/[^/]/.test(url) ? url.replace(/\/{1,64}$/, '') : '' };
  return { host: match[1]!.toLowerCase(), path: match[2]!.replace(/\/{1,64}$/, '') };
}
