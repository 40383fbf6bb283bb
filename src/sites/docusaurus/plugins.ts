import { type FileTree, readText } from '../../files/file-tree.ts';
import { joinInside } from '../../files/paths.ts';
import { folderAddress } from '../href.ts';
import type { ConfigKeys } from '../script/config-keys.ts';
import { remarkChanges } from '../script/remark-changes.ts';
import { ABSENT, type ScriptValue, valueAt, valueBelow } from '../script/values.ts';

/** A plugin that makes pages of Markdown files. */
export interface DocusaurusPlugin {
  readonly of: 'docs' | 'blog' | 'pages';
  /** Where its files lie, relative to the root. */
  readonly folder: string;
  /** Where its pages lie below the base: `/docs/`, `/`. */
  readonly route: string;
  /** Numbers in front of names count for order only; else they stay. */
  readonly numberPrefixes: boolean;
  /** Globs of files that are left out, relative to the folder. */
  readonly excluded: readonly string[];
  /** The file of its sidebars, relative to the root; `null` when it is not named in words. */
  readonly sidebars: string | null;
  /** There are versions, so that these files are not at the addresses that they would have alone. */
  readonly hasVersions: boolean;
}

interface FoundPlugins {
  readonly plugins: DocusaurusPlugin[];
  /** Why pages may exist that no file shows. */
  unsure: string | null;
  /** Why ids are not known. */
  ids: string | null;
  /** Why links are not known. */
  links: string | null;
}

const USUAL_OUT = ['**/_*.{js,jsx,ts,tsx,md,mdx}', '**/_*/**', '**/*.test.{js,jsx,ts,tsx}', '**/__tests__/**'];
const CLASSIC = /^(?:@docusaurus\/(?:preset-)?|preset-)?classic$/;
const CONTENT = /^(?:@docusaurus\/)?(?:plugin-)?content-(docs|blog|pages)$/;
/** Plugins that make no pages, by a part of their names; what redirects make is followed apart. */
const HARMLESS =
  /client-redirects|ideal-image|google-|gtag|gtm|analytics|sitemap|debug|css-cascade|pwa|svgr|search|algolia|sass|less|tailwind|postcss|image-zoom|rsdoctor|vercel|plausible|matomo|posthog|umami|clarity|mermaid|live-codeblock|webpack|polyfill|node-polyfills|og-images?|dotenv|hotjar|segment|sentry|consent|raw-loader|llms/i;
/** What presets and plugins of the configuration make. */
export function readPlugins(root: ScriptValue, keys: ConfigKeys, siteFolder: string, tree: FileTree): FoundPlugins {
  const found: FoundPlugins = { plugins: [], unsure: null, ids: null, links: null };
  const add = (of: DocusaurusPlugin['of'], options: ScriptValue, id: string) => {
    if (options.kind === 'literal' && options.value === false) return;
    const name = id === '' ? of : id;
    const folder = joinInside(
      siteFolder,
      keys.word(`${name}.path`, valueAt(options, 'path')) ?? (of === 'pages' ? 'src/pages' : of),
    );
    const route = keys.word(`${name}.routeBasePath`, valueAt(options, 'routeBasePath')) ?? (of === 'pages' ? '/' : of);
    readRemark(options, found);
    if (folder === null) return;
    found.plugins.push({
      of,
      folder,
      route: folderAddress(route),
      numberPrefixes: keys.flag(`${name}.numberPrefixParser`, valueAt(options, 'numberPrefixParser')) ?? true,
      excluded: [...USUAL_OUT, ...keys.words(`${name}.exclude`, valueAt(options, 'exclude'))],
      sidebars: sidebarsOf(valueAt(options, 'sidebarPath'), siteFolder),
      hasVersions: of === 'docs' && hasVersions(options, id, siteFolder, tree),
    });
  };
  const presets = listed(root, 'presets', found);
  for (const { name, options } of presets)
    if (CLASSIC.test(name)) for (const of of ['docs', 'blog', 'pages'] as const) add(of, valueAt(options, of), '');
    else found.unsure ??= `the preset ${name} may make some`;
  for (const { name, options } of listed(root, 'plugins', found)) {
    const of = CONTENT.exec(name)?.[1] as DocusaurusPlugin['of'] | undefined;
    const id = valueAt(options, 'id');
    const isOther = id.kind === 'literal' && id.value !== 'default';
    if (of !== undefined) add(of, options, isOther ? String(id.value) : '');
    else if (!HARMLESS.test(name)) found.unsure ??= `the plugin ${name} may make some`;
  }
  // A preset that nobody knows wraps the usual plugins more often than not; where it puts their pages, it alone knows.
  const [unknown] = found.plugins.length > 0 ? [] : presets.filter(({ name }) => !CLASSIC.test(name));
  if (unknown !== undefined) {
    found.links ??= `the preset ${unknown.name} may put pages elsewhere`;
    for (const of of ['docs', 'blog', 'pages'] as const) add(of, valueAt(unknown.options, of), '');
  }
  // A folder within another belongs to the plugin that names it.
  found.plugins.sort((a, b) => b.folder.length - a.folder.length);
  return found;
}

function sidebarsOf(value: ScriptValue, siteFolder: string): string | null {
  return value.kind === 'literal' && typeof value.value === 'string' ? joinInside(siteFolder, value.value) : null;
}

/** `versions.json` lists versions; those of another instance are in `<id>_versions.json`. */
function hasVersions(options: ScriptValue, id: string, siteFolder: string, tree: FileTree): boolean {
  const disabled = valueAt(options, 'disableVersioning');
  if (disabled.kind === 'literal' && disabled.value === true) return false;
  const path = joinInside(siteFolder, id === '' ? 'versions.json' : `${id}_versions.json`);
  const current = valueBelow(options, 'versions', 'current', 'path');
  const isListed = path !== null && tree.exists(path) && !/^\s*\[\s*\]\s*$/.test(readText(tree, path, 10_000));
  return isListed || current.kind !== 'absent';
}

/** Names with options: `'x'`, `['x', {…}]`, `false`. */
export function listed(
  root: ScriptValue,
  key: 'presets' | 'plugins',
  found: Pick<FoundPlugins, 'unsure'> = { unsure: null },
): readonly { name: string; options: ScriptValue }[] {
  const value = valueAt(root, key);
  if (value.kind === 'absent') return [];
  if (value.kind !== 'list' || value.isOpen) found.unsure ??= `${key} of the configuration are computed`;
  const items = value.kind === 'list' ? value.items : [];
  return items.flatMap((item) => {
    const [first = ABSENT, options = ABSENT] = item.kind === 'list' ? item.items : [item];
    if (first.kind === 'literal' && typeof first.value === 'string') return [{ name: first.value, options }];
    if (first.kind === 'literal' || first.kind === 'absent') return [];
    const name = first.kind === 'code' ? first.text : '';
    if (!HARMLESS.test(name) && !/configureWebpack|configurePostCss/.test(name))
      found.unsure ??= `${key} of the configuration have code that may make some`;
    return [];
  });
}

function readRemark(options: ScriptValue, found: FoundPlugins): void {
  for (const key of ['remarkPlugins', 'rehypePlugins', 'beforeDefaultRemarkPlugins', 'beforeDefaultRehypePlugins']) {
    const { ids, links } = remarkChanges(key, valueAt(options, key));
    found.ids ??= ids;
    found.links ??= links;
  }
}
