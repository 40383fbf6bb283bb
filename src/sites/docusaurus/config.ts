import type { FileTree } from '../../files/file-tree.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { folderAddress, hostNamed } from '../href.ts';
import { ConfigKeys, type WrittenSettings } from '../script/config-keys.ts';
import { readExport } from '../script/evaluate.ts';
import type { ScriptedSettings } from '../script/scripted-site.ts';
import { type ScriptValue, valueAt, valueBelow } from '../script/values.ts';
import { type Format, isFormat } from './format.ts';
import { generatedPages, type MadePages } from './made-pages.ts';
import { type DocusaurusPlugin, readPlugins } from './plugins.ts';

/** What docusaurus.config says about addresses and ids. Source: Docusaurus 3.10.2. */
export interface DocusaurusSettings extends ScriptedSettings {
  readonly kind: 'docusaurus';
  /** The folder of the configuration, `''` for the root: what `@site` stands for. */
  readonly siteFolder: string;
  /** What pages are read as that do not say it themselves; `null` when it is not known. */
  readonly format: Format | null;
  /** `null` when it is not set, which leaves addresses as they are written. */
  readonly trailingSlash: boolean | null;
  readonly plugins: readonly DocusaurusPlugin[];
  readonly made: MadePages;
}

/** Reads docusaurus.config.*; `sign` is where it lies. */
export function readDocusaurus(sign: string, tree: FileTree, written: WrittenSettings): DocusaurusSettings {
  const siteFolder = folderOf(sign);
  const root = readExport(sign, tree);
  const keys = new ConfigKeys(sign, root, written);
  const base = folderAddress(keys.word('baseUrl') ?? '');
  const trailingSlash = keys.flag('trailingSlash');
  const url = keys.word('url') ?? '';
  const { plugins, unsure, ids, links } = readPlugins(root, keys, siteFolder, tree);
  const format = keys.word('markdown.format') ?? 'mdx';
  const markdown = unsureMarkdown(keys.at('markdown'));
  const folders = keys.words('staticDirectories');
  const opaque = keys.unread.find(
    ({ key }) => key === 'trailingSlash' || /\.(?:path|routeBasePath|numberPrefixParser)$/.test(key),
  );
  const made = generatedPages(root, keys, plugins, siteFolder, tree);
  return {
    kind: 'docusaurus',
    markdown: {
      ...lenientMarkdown,
      headingIds: 'docusaurus',
      blockAttributes: false,
      footnotes: 'prefixed',
      onlyYaml: true,
      setAside: 'mdx',
    },
    content: plugins.map(({ folder }) => folder),
    static: (folders.length > 0 ? folders : ['static']).flatMap((name) => joinInside(siteFolder, name) ?? []),
    includes: [],
    base,
    host: hostNamed(url),
    frontMatter: ['slug', 'id', 'draft', 'parse_number_prefixes'],
    unsurePages: unsure ?? made.unsure,
    unsureIds: markdown ?? ids,
    unread: keys.unread,
    unsureAddresses: opaque === undefined ? links : `${opaque.key} is not known`,
    siteFolder,
    isBaseKnown: !keys.isUnread('baseUrl'),
    format: keys.isUnread('markdown.format') || !isFormat(format) ? null : format,
    trailingSlash,
    plugins,
    made,
  };
}

/** Why ids of headings are not known by what `markdown` says. */
function unsureMarkdown(markdown: ScriptValue): string | null {
  if (markdown.kind === 'absent') return null;
  if (markdown.kind !== 'map' || markdown.isOpen) return 'markdown of the configuration is computed';
  if (valueAt(markdown, 'preprocessor').kind !== 'absent') return 'markdown.preprocessor may change them';
  const keepsCase = valueBelow(markdown, 'anchors', 'maintainCase');
  return keepsCase.kind === 'absent' || (keepsCase.kind === 'literal' && keepsCase.value !== true)
    ? null
    : 'markdown.anchors.maintainCase is on';
}
