import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { joinInside } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { folderAddress, hostNamed } from '../href.ts';
import { ConfigKeys, type WrittenSettings } from '../script/config-keys.ts';
import { readExport } from '../script/evaluate.ts';
import type { ScriptedSettings } from '../script/scripted-site.ts';
import { type ScriptValue, valueAt, valueBelow } from '../script/values.ts';
import { isRewriteRule } from './rewrites.ts';

/** What `.vitepress/config` says about addresses and ids. Source: VitePress 1.6.4, and 2.0.0-alpha.17 where that differs. */
export interface VitepressSettings extends ScriptedSettings {
  readonly kind: 'vitepress';
  /** Links lead to `a` in place of `a.html`; `null` when that is not known. */
  readonly cleanUrls: boolean | null;
  /** Globs of pages that are not built, relative to the folder of pages. */
  readonly excluded: readonly string[];
  /** Patterns of pages, and where pages that match are built instead; the first that matches counts. */
  readonly rewrites: readonly (readonly [from: string, to: string])[];
  /** Beginnings of paths of pages that a script makes from `[name].md`. */
  readonly dynamic: readonly string[];
  /** Destinations that the site itself calls good. */
  readonly ignoredLinks: readonly string[];
  /** Why files may exist that the folder of public files does not hold. */
  readonly unsureFiles: string | null;
  /** The version by package.json; `null` when that does not say it. */
  readonly major: 1 | 2 | null;
}

/** Reads `.vitepress/config.*`; `sign` is where it lies. */
export function readVitepress(sign: string, tree: FileTree, written: WrittenSettings): VitepressSettings {
  const folder = sign.slice(0, sign.indexOf('.vitepress/'));
  const root = readExport(sign, tree);
  const keys = new ConfigKeys(sign, root, written);
  const base = keys.word('base') ?? '/';
  const srcDir = joinInside(folder, keys.word('srcDir') ?? '.') ?? folder.slice(0, -1);
  const publicName = keys.word('vite.publicDir', valueBelow(root, 'vite', 'publicDir')) ?? 'public';
  const publicDir = joinInside(srcDir, publicName);
  const cleanUrls = keys.flag('cleanUrls');
  const excluded = keys.words('srcExclude');
  const rewrites = readRewrites(keys);
  const markdown = keys.at('markdown');
  const ids = unsureMarkdown(markdown, sign);
  const isAttributes = valueBelow(markdown, 'attrs', 'disable');
  const hostname = valueBelow(root, 'sitemap', 'hostname');
  const buildEnd = valueBelow(root, 'buildEnd').kind === 'absent' ? null : 'buildEnd may write files';
  const opaque = ['srcDir', 'rewrites'].find((key) => keys.isUnread(key));
  const major = majorOf([`${folder}package.json`, 'package.json'], tree);
  const url = hostname.kind === 'literal' ? String(hostname.value) : '';
  return {
    kind: 'vitepress',
    markdown: {
      ...lenientMarkdown,
      headingIds: major === 2 ? 'vitepress-2' : 'vitepress',
      headingAttributes: !(isAttributes.kind === 'literal' && isAttributes.value === true),
      footnotes: 'prefixed',
      onlyYaml: true,
      linkKeys: ['hero.actions.link', 'features.link'],
      setAside: 'containers',
    },
    content: [srcDir],
    static: publicDir === null ? [] : [publicDir],
    includes: [],
    base: folderAddress(base),
    host: hostNamed(url),
    frontMatter: [],
    unsurePages: null,
    unsureIds: ids.ids ?? unsureByVite(root, [folder, srcDir === '' ? '' : `${srcDir}/`, `${folder}.vitepress/`], tree),
    unread: keys.unread,
    unsureAddresses: opaque === undefined ? ids.links : `${opaque} is not known`,
    cleanUrls: keys.isUnread('cleanUrls') ? null : (cleanUrls ?? false),
    isBaseKnown: !keys.isUnread('base'),
    excluded,
    rewrites,
    dynamic: dynamicRoutes(srcDir, tree),
    ignoredLinks: ignoredLinks(valueBelow(root, 'ignoreDeadLinks')),
    unsureFiles: buildEnd ?? (keys.isUnread('vite.publicDir') ? 'vite.publicDir is not known' : null),
    major,
  };
}

/** Plugins of Vite that speak of Markdown may write into pages before VitePress reads them. */
function unsureByVite(root: ScriptValue, folders: readonly string[], tree: FileTree): string | null {
  const plugins = valueBelow(root, 'vite', 'plugins');
  const items = plugins.kind === 'list' ? plugins.items : [plugins];
  if (items.some((item) => item.kind === 'code' && /markdown/i.test(item.text)))
    return 'plugins of Vite may change them';
  const names = folders.flatMap((folder) =>
    ['ts', 'mts', 'js', 'mjs'].map((ending) => `${folder}vite.config.${ending}`),
  );
  const found = names.find((name) => tree.exists(name) && /markdown/i.test(readText(tree, name)));
  return found === undefined ? null : `${found} may change them`;
}

/** `"vitepress": "^1.6.4"` of package.json. Where there is none, most sites are built by the version that npm gives. */
function majorOf(paths: readonly string[], tree: FileTree): 1 | 2 | null {
  const path = paths.find((name) => tree.exists(name));
  if (path === undefined) return 1;
  const version = /"vitepress"\s*:\s*"([^"\n]{0,100})"/.exec(readText(tree, path))?.[1];
  if (version === undefined || /^[\^~>=v ]*1\b|^latest$/.test(version)) return 1;
  return /^[\^~>=v ]*2\b|^next$/.test(version) ? 2 : null;
}

function readRewrites(keys: ConfigKeys): VitepressSettings['rewrites'] {
  const found = keys.at('rewrites');
  if (found.kind === 'absent') return [];
  if (found.kind !== 'map' || found.isOpen) {
    keys.note('rewrites', found);
    return [];
  }
  const rules: (readonly [string, string])[] = [];
  for (const [from, to] of found.entries)
    if (to.kind === 'literal' && isRewriteRule(from, String(to.value))) rules.push([from, String(to.value)]);
    else keys.note('rewrites', to.kind === 'literal' ? found : to);
  return rules;
}

/** `packages/[name].md` makes pages of all names: `packages/`. */
function dynamicRoutes(srcDir: string, tree: FileTree): readonly string[] {
  const found = listInside(tree, srcDir).flatMap((path) => {
    const below = srcDir === '' ? path : path.slice(srcDir.length + 1);
    const [before, ...rest] = below.split('[');
    return /^\w+\].*\.md$/.test(rest.join('[')) ? [`/${before}`] : [];
  });
  return [...new Set(found)];
}

function ignoredLinks(value: ScriptValue): readonly string[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) => {
    if (item.kind === 'literal' && typeof item.value === 'string') return [item.value];
    return item.kind === 'code' ? [item.text.replace(/\/[a-z]*$/, '/')] : [];
  });
}

/** Options of `markdown` that neither ids of headings nor links depend on. */
const HARMLESS = new Set(
  `attrs cache codeCopyButtonTitle codeTransformers component config container cjkFriendlyEmphasis defaultHighlightLang
  externalLinks frontmatter gfmAlerts headers image languageAlias languageLabel languages lineNumbers math preConfig sfc
  shikiSetup theme toc breaks langPrefix linkify`.split(/\s+/),
);
/** Options of `markdown.anchor` that ids do not depend on. */
const HARMLESS_ANCHOR = new Set(['permalink', 'tabIndex', 'callback']);
/** Plugins of markdown-it that make no ids of headings and leave links alone, by a part of their names. */
const PLUGIN =
  /task-?list|footnote|mathjax|katex|mermaid|tabs|group-?icon|timeline|mark\b|\bsub\b|\bsup\b|abbr|deflist|container|twoslash|checkbox|demo|plantuml|kroki|emoji|figure|image|ins\b|magic-?move|sandbox|tooltip|tex\b|chart|ruby|spoiler|kbd|implicit|align/i;

/** Why ids of headings, or links, are not known by what `markdown` of the configuration says; `null` when they are. */
function unsureMarkdown(markdown: ScriptValue, path: string): { ids: string | null; links: string | null } {
  if (markdown.kind === 'absent') return { ids: null, links: null };
  if (markdown.kind !== 'map') return { ids: `markdown of ${path} is computed`, links: null };
  if (markdown.isOpen) return { ids: `markdown of ${path} is not all known`, links: null };
  const strange = [...markdown.entries.keys()].find((key) => key !== 'anchor' && !HARMLESS.has(key));
  const anchor = valueAt(markdown, 'anchor');
  const isPlainAnchor =
    anchor.kind === 'absent' ||
    (anchor.kind === 'map' && !anchor.isOpen && [...anchor.entries.keys()].every((key) => HARMLESS_ANCHOR.has(key)));
  const delimiters = valueAt(markdown, 'attrs');
  const isOdd =
    delimiters.kind === 'map' && ['leftDelimiter', 'rightDelimiter'].some((key) => isOther(delimiters, key));
  const code = [valueAt(markdown, 'config'), valueAt(markdown, 'preConfig')].map(codeOf).join('\n');
  const plugins = code.split(/[;\n]/).filter((line) => /\S/.test(line.replace(/[\s(){}[\],]/g, '')));
  const isPlain = plugins.every(
    (line) => PLUGIN.test(line) || /^\s*(?:\(?\w+\)?\s*=>|config\s*\(|\/\/|async\b)/.test(line),
  );
  return {
    ids:
      strange !== undefined
        ? `markdown.${strange} of ${path} may change them`
        : !isPlainAnchor || isOdd
          ? `${path} has ids of its own`
          : isPlain
            ? null
            : `plugins of ${path} may change them`,
    links: /link|href|replace/i.test(code) ? `plugins of ${path} may change links` : null,
  };
}

function isOther(attrs: ScriptValue, key: string): boolean {
  const value = valueAt(attrs, key);
  return value.kind !== 'absent' && !(value.kind === 'literal' && (value.value === '{' || value.value === '}'));
}

function codeOf(value: ScriptValue): string {
  if (value.kind === 'absent') return '';
  return value.kind === 'code' ? value.text.replace(/^[^{=]*(?:=>\s*\{?|\{)/, '') : 'computed';
}
