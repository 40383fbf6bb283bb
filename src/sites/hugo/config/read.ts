import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { cascadesOf } from '../../../config/cascade-rules.ts';
import { ConfigError } from '../../../config/config.ts';
import { headingTemplates, hookOf } from '../templates/hook-files.ts';
import { keepsHeadingIds } from '../templates/hooks.ts';
import { shortcodeSettings } from '../templates/include-templates.ts';
import { type HugoConfig, type HugoFile, type HugoSources, hugoDefaults } from './config-files.ts';
import { languagesOf } from './languages.ts';
import { defaultMarkdown, markdownSettings } from './markdown-settings.ts';
import { type Mount, mountsOf } from './mounts.ts';
import { filesAtTop, formatsOf, outputsOf } from './outputs.ts';
import { permalinkRules } from './permalinks.ts';
import { chooseVersion } from './pins.ts';
import {
  flagAt,
  merged,
  type Table,
  tableOf as table,
  tableAt,
  tableOf,
  textAt,
  valueAt,
  wordsOf as words,
} from './tables.ts';
import { has404, missingTheme, pagerOf, shortcodesOf, themeFolders } from './themes.ts';

/** Reads the settings that pages, ids and links depend on. Throws a `ConfigError` when a file cannot be parsed. */
export function readHugoConfig(sources: HugoSources): HugoConfig {
  const all = sources.files.reduce<Table>((before, file) => tableOf(merged(before, tableIn(file))), new Map());
  const range = tableAt(all, 'module.hugoversion');
  const { version, why } = chooseVersion(sources.asked, sources.pins, {
    min: textAt(range, 'min') || null,
    max: textAt(range, 'max') || null,
  });
  const found = { ...hugoDefaults.settings, version, versionWhy: why };
  const shortcodes = shortcodeSettings(shortcodesOf(all, sources));
  if (sources.files.length === 0) {
    const { blockAttributes, rawHtml } = hugoDefaults.settings.markdown;
    return {
      ...hugoDefaults,
      includes: shortcodes.includes,
      settings: {
        ...found,
        markdown: { ...defaultMarkdown(version), blockAttributes, rawHtml },
        ownShortcodes: shortcodes.own,
        hiding: shortcodes.hiding,
      },
    };
  }
  const languages = languagesOf(all);
  const content = mountsOf('content', all, languages, version);
  const served = mountsOf('static', all, languages, version);
  const assets = mountsOf('assets', all, languages, version);
  const themes = themeFolders(all, sources);
  const disabledKinds = words(valueAt(all, 'disablekinds')).map((kind) => kind.toLowerCase());
  const base = baseOf(textAt(all, 'baseurl'));
  const mounts = [...content.mounts, ...themes.map((folder) => whole(`${folder}/content`))];
  const assetMounts = [...assets.mounts, ...themes.map((folder) => whole(`${folder}/assets`))];
  const staticMounts = [...served.mounts, ...themes.map((folder) => whole(`${folder}/static`))];
  return {
    content: [...new Set(mounts.map(({ source }) => source))],
    static: [...new Set(staticMounts.map(({ source }) => source))],
    assets: [...new Set(assetMounts.map(({ source }) => source))],
    hosts: base.host === '' ? [] : [base.host],
    layouts: ['layouts', ...themes.map((folder) => `${folder}/layouts`)],
    includes: shortcodes.includes,
    elsewhere: [...content.elsewhere, ...served.elsewhere].map((below) => `${below}/`),
    settings: {
      ...found,
      taxonomies: taxonomiesOf(all),
      disablePathToLower: flagAt(all, 'disablepathtolower', false),
      removePathAccents: flagAt(all, 'removepathaccents', false),
      uglyUrls: uglyOf(all),
      markdown: markdownSettings(all, version),
      linkHook: hookOf('link', all, version, sources),
      imageHook: hookOf('image', all, version, sources),
      keepsHeadingIds: headingTemplates(all, version, sources).every(({ text }) => keepsHeadingIds(text)),
      languages,
      mounts,
      staticMounts,
      assetMounts,
      permalinks: permalinkRules(all),
      cascades: cascadesOf(valueAt(all, 'cascade')),
      ignoreFiles: words(valueAt(all, 'ignorefiles')),
      disabledKinds,
      outputs: outputsOf(all, disabledKinds),
      formats: formatsOf(all),
      generated: [
        ...filesAtTop(all, disabledKinds, languages),
        ...(has404(all, disabledKinds, sources) ? languages.map(({ prefix }) => `${prefix}/404.html`) : []),
      ],
      builds: {
        drafts: flagAt(all, 'builddrafts', false),
        future: flagAt(all, 'buildfuture', false),
        expired: flagAt(all, 'buildexpired', false),
      },
      pager: pagerOf(all, sources),
      hasAliases: !flagAt(all, 'disablealiases', false),
      duplicatesFiles: flagAt(all, 'markup.goldmark.duplicateresourcefiles', false),
      dateInName: words(valueAt(all, 'frontmatter.date')).includes(':filename'),
      basePath: base.path,
      rooted: flagAt(all, 'relativeurls', false) ? 'relative' : flagAt(all, 'canonifyurls', false) ? 'canonify' : null,
      missingTheme: missingTheme(all, sources),
      ownShortcodes: shortcodes.own,
      hiding: shortcodes.hiding,
    },
  };
}

/** A folder at the top of its component. */
function whole(source: string): Mount {
  return { source, below: '', language: null, files: [] };
}

/** The keys of front matter that make terms; the key is the plural, as addresses have it. */
function taxonomiesOf(all: Table): readonly string[] {
  const disabled = words(valueAt(all, 'disablekinds')).map((kind) => kind.toLowerCase());
  if (disabled.includes('taxonomy') && disabled.includes('term')) return [];
  const own = [...tableAt(all, 'taxonomies').values()].flatMap(words);
  return own.length > 0 ? own : hugoDefaults.settings.taxonomies;
}

function uglyOf(all: Table): boolean | readonly string[] {
  const sections = [...tableAt(all, 'uglyurls')].filter(([, isUgly]) => isUgly === true).map(([name]) => name);
  return sections.length > 0 ? sections : flagAt(all, 'uglyurls', false);
}

/** The host of `baseURL`, and its path without a final slash. One that names no host says nothing. */
function baseOf(url: string): { readonly host: string; readonly path: string } {
  const match = /^https?:\/\/([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(url);
  if (!match) return { host: '', path: /^\/[^/]/.test(url) ? url.replace(/\/{1,64}$/, '') : '' };
  return { host: match[1]!.toLowerCase(), path: match[2]!.replace(/\/{1,64}$/, '') };
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
