import type { HugoSettings, Language } from '../../../config/hugo-settings.ts';
import { type DateKeys, dateKeysOf } from '../../../config/page-dates.ts';
import { cascadesOf } from '../../../config/page-values.ts';
import type { HugoSources } from '../sources/sources.ts';
import { followedTemplate } from '../templates/followed-template.ts';
import { hookOf, keepsIds, partialsOf } from '../templates/hook-files.ts';
import { shortcodeSettings } from '../templates/include-templates.ts';
import { changes, isSince } from '../version.ts';
import { contradictionsIn } from './contradictions.ts';
import { type HugoConfig, hugoDefaults } from './defaults.ts';
import { languagesOf } from './languages.ts';
import { defaultMarkdown, markdownSettings } from './markdown-settings.ts';
import { withThemes } from './merge-themes.ts';
import { mountsOf } from './mounts.ts';
import { otherSites } from './other-sites.ts';
import { filesAtTop, formatsOf, kindsWithoutHtml, outputsOf } from './outputs.ts';
import { parseFiles } from './parse.ts';
import { permalinkRules } from './permalink-rules.ts';
import { chooseVersion } from './pins.ts';
import { flagAt, type Table, tableAt, textAt, valueAt, wordsOf as words } from './tables.ts';
import { has404, importsOf, missingBelow, shortcodesOf, themeMounts } from './themes.ts';

/** Reads the settings that pages, ids and links depend on; what a file that cannot be read would say is unknown. */
export function readHugoConfig(sources: HugoSources): HugoConfig {
  const { all: site, unreadable } = parseFiles(sources.files);
  const range = tableAt(site, 'module.hugoversion');
  const { version, why } = chooseVersion(sources.asked, sources.pins, {
    min: textAt(range, 'min') || null,
    max: textAt(range, 'max') || null,
  });
  const isOnNetlify = sources.pins.some(({ path }) => path === 'netlify.toml');
  const found = { ...hugoDefaults.settings, version, versionWhy: why, unreadable, isOnNetlify };
  const imports = importsOf(site, sources);
  const all = withThemes(
    site,
    imports.themes.map(({ config }) => config),
    version,
  );
  const shortcodes = shortcodeSettings(shortcodesOf(sources, imports));
  if (sources.files.length === 0) {
    const { blockAttributes, rawHtml } = hugoDefaults.settings.markdown;
    return {
      ...hugoDefaults,
      includes: shortcodes.includes,
      settings: {
        ...found,
        markdown: { ...defaultMarkdown(version), blockAttributes, rawHtml },
        ownShortcodes: shortcodes.own,
        inner: shortcodes.inner,
      },
    };
  }
  const { languages, unbuilt } = languagesOf(all);
  const mounted = (component: 'content' | 'static' | 'assets') => {
    const { mounts, unknownBelow } = mountsOf(component, all, languages, version);
    const ofThemes = imports.themes.flatMap((theme) => themeMounts(component, theme, languages, version));
    return { mounts: [...mounts, ...ofThemes], unknownBelow };
  };
  const [content, served, assets] = [mounted('content'), mounted('static'), mounted('assets')];
  const dateKeys = dateKeysIn(all);
  const perLanguage = settingsPerLanguage(all);
  const { disabledKinds } = perLanguage;
  // The main language's own counts, where it has one.
  const base = baseOf(textAt(all, `languages.${languages[0]?.name}.baseurl`) || textAt(all, 'baseurl'));
  const ofModules = missingBelow('content', imports, languages, version);
  const forHooks = withoutLoneLanguage(site, all);
  const linkHook = hookOf('link', forHooks, version, sources, imports);
  const imageHook = hookOf('image', forHooks, version, sources, imports);
  return {
    content: sourcesOf(content.mounts),
    static: sourcesOf(served.mounts),
    assets: sourcesOf(assets.mounts),
    hosts: base.host === '' ? [] : [base.host],
    layouts: [
      'layouts',
      ...imports.themes.filter(({ hasTemplates }) => hasTemplates).map(({ folder }) => `${folder}/layouts`),
    ],
    includes: shortcodes.includes,
    unknownPrefixes: [
      ...[
        ...content.unknownBelow,
        ...served.unknownBelow,
        // Themes name all of a component, and mostly have nothing in it.
        ...[...ofModules, ...missingBelow('static', imports, languages, version)].filter((below) => below !== ''),
      ].map((below) => `${below}/`),
      ...otherSites(all, languages),
    ],
    asked: [],
    settings: withoutHidden({
      ...found,
      ...perLanguage,
      uglyUrls: uglyOf(all),
      markdown: markdownSettings(all, version),
      linkHook,
      imageHook,
      keepsHeadingIds: keepsIds(all, version, sources, imports),
      contradictions: contradictionsIn(all),
      languages,
      hasHosts: languages.some(({ name }) => valueAt(all, `languages.${name}.baseurl`) !== undefined),
      unbuiltLanguages: unbuilt,
      mounts: content.mounts,
      staticMounts: served.mounts,
      assetMounts: assets.mounts,
      byLanguage: byLanguageOf(all, languages),
      withOwnMarkup: languages
        .filter(({ name }) => valueAt(all, `languages.${name}.markup`) !== undefined)
        .map(({ name }) => (name === languages[0]?.name ? '' : name)),
      ignoreFiles: words(valueAt(all, 'ignorefiles')),
      formats: formatsOf(all),
      generated: [
        ...filesAtTop(all, disabledKinds, languages),
        ...(!disabledKinds.includes('404') && has404(sources, imports)
          ? languages.map(({ prefix }) => `${prefix}/404.html`)
          : []),
      ],
      pager:
        sources.paginates || imports.missing !== null
          ? textAt(all, 'pagination.path') || textAt(all, 'paginatepath') || 'page'
          : null,
      usesFiles:
        sources.usesFiles || imports.missing !== null || [linkHook, imageHook].some(({ hook }) => hook === 'embedded'),
      hasAliases: !flagAt(all, 'disablealiases', false),
      redirectsHome: redirectsHome(all, version),
      duplicatesFiles: flagAt(all, 'markup.goldmark.duplicateresourcefiles', false),
      dateInName: dateInNameOf(words(valueAt(all, 'frontmatter.date'))),
      dateKeys,
      basePath: base.path,
      rooted: flagAt(all, 'relativeurls', false) ? 'relative' : flagAt(all, 'canonifyurls', false) ? 'canonify' : null,
      missingTheme: imports.missing,
      hasForeignContent: content.unknownBelow.length + ofModules.length > 0,
      ownShortcodes: shortcodes.own,
      figure:
        shortcodes.figure === null ? null : followedTemplate(shortcodes.figure, all, partialsOf(sources, imports)),
      inner: shortcodes.inner,
    }),
  };
}

function sourcesOf(mounts: HugoSettings['mounts']): readonly string[] {
  return [...new Set(mounts.map(({ source }) => source))];
}

/** One language that a theme names alone does not make a site one with languages, as far as hooks go. Run with 0.131 and 0.169. */
function withoutLoneLanguage(site: Table, all: Table): Table {
  const isLone = tableAt(site, 'languages').size === 0 && tableAt(all, 'languages').size === 1;
  return isLone ? new Map([...all].filter(([key]) => key !== 'languages')) : all;
}

/** Settings without what a file says that cannot be read. */
function withoutHidden(settings: HugoSettings): HugoSettings {
  const hiding = settings.unreadable.find(({ hides }) => hides !== 'nothing');
  if (hiding === undefined) return settings;
  const hook = { hook: 'unknown' as const, why: `${hiding.place} cannot be read` };
  return { ...settings, linkHook: hook, imageHook: hook, keepsHeadingIds: false };
}

function redirectsHome(all: Table, version: string): boolean {
  const isOff = (key: string, since: string) => flagAt(all, key, false) && isSince(version, since);
  return !(
    isOff('disabledefaultlanguageredirect', changes.homeWithoutRedirect) ||
    isOff('disabledefaultsiteredirect', changes.siteWithoutRedirect)
  );
}

/** The keys of front matter that make terms; the key is the plural, as addresses have it. */
function taxonomiesOf(all: Table): readonly string[] {
  const disabled = words(valueAt(all, 'disablekinds')).map((kind) => kind.toLowerCase());
  if (disabled.includes('taxonomy') && disabled.includes('term')) return [];
  // An empty table says that there are none.
  if (valueAt(all, 'taxonomies') === undefined) return hugoDefaults.settings.taxonomies;
  const named = [...tableAt(all, 'taxonomies')];
  return named.flatMap(([, plural]) => words(plural));
}

/** Whether the date in a file's name counts before the one that the page gives, or after it. */
function dateInNameOf(order: readonly string[]): 'first' | 'last' | null {
  const at = order.indexOf(':filename');
  return at < 0 ? null : at === 0 ? 'first' : 'last';
}

function dateKeysIn(all: Table): DateKeys {
  return dateKeysOf((name) => {
    const list = valueAt(all, `frontmatter.${name}`);
    return list === undefined ? undefined : words(list);
  });
}

/** Settings that each language may have of its own. Run with 0.131, 0.167 and 0.169. */
function settingsPerLanguage(all: Table): Required<HugoSettings['byLanguage'][string]> {
  const disabledKinds = words(valueAt(all, 'disablekinds')).map((kind) => kind.toLowerCase());
  const taxonomies = taxonomiesOf(all);
  return {
    taxonomies,
    disabledKinds,
    permalinks: permalinkRules(all),
    cascades: cascadesOf(valueAt(all, 'cascade'), { taxonomies, dates: true, dateKeys: dateKeysIn(all) }),
    outputs: outputsOf(all, disabledKinds),
    withoutHtml: kindsWithoutHtml(all),
    disablePathToLower: flagAt(all, 'disablepathtolower', false),
    removePathAccents: flagAt(all, 'removepathaccents', false),
    builds: {
      drafts: flagAt(all, 'builddrafts', false),
      future: flagAt(all, 'buildfuture', false),
      expired: flagAt(all, 'buildexpired', false),
    },
  };
}

const PER_LANGUAGE =
  'taxonomies disablekinds permalinks cascade outputs disablepathtolower removepathaccents builddrafts buildfuture buildexpired'.split(
    ' ',
  );

/** What single languages set otherwise; a table of theirs stands instead of the site's. Run with 0.131 and 0.169. */
function byLanguageOf(all: Table, languages: readonly Language[]): HugoSettings['byLanguage'] {
  const entries = languages.flatMap(({ name }) => {
    const own = tableAt(all, `languages.${name}`);
    const isOther = PER_LANGUAGE.some((key) => own.has(key));
    return isOther ? [[name, settingsPerLanguage(new Map([...all, ...own]))] as const] : [];
  });
  return Object.fromEntries(entries);
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
