import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { folderPrefix, joinInside } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { folderAddress, hostNamed } from '../href.ts';
import { ConfigKeys, type WrittenSettings } from '../script/config-keys.ts';
import { readExport } from '../script/evaluate.ts';
import type { ScriptedSettings } from '../script/scripted-site.ts';
import { type ScriptValue, valueAt } from '../script/values.ts';
import { type CustomPages, customPages } from './custom-pages.ts';
import { readIntegrations } from './integrations.ts';
import { unsureMarkdown } from './markdown.ts';

/** What astro.config says about addresses and ids. Source: Starlight 0.42.4 with Astro 7.3.5. */
export interface StarlightSettings extends ScriptedSettings {
  readonly kind: 'starlight';
  /** Pages are built as `a.html`, not as `a/index.html`. */
  readonly areFiles: boolean;
  /** Readers may have addresses without the final slash in front of them, from which relative links count otherwise. */
  readonly mayLackSlash: boolean;
  /** Whether `--` becomes a dash. */
  readonly hasDashes: boolean;
  readonly languages: Languages;
  readonly custom: CustomPages;
}

/** What Starlight makes of a site with a host. */
const SITEMAPS = ['/sitemap-index.xml', '/sitemap-0.xml'];

/** Reads astro.config.*; `sign` is where it lies. */
export function readStarlight(sign: string, tree: FileTree, written: WrittenSettings): StarlightSettings {
  const around = folderPrefix(sign);
  const root = readExport(sign, tree);
  const keys = new ConfigKeys(sign, root, written);
  const inSite = (name: string) => joinInside(around, name);
  const source = inSite(keys.word('srcDir') ?? 'src') ?? `${around}src`;
  const published = inSite(keys.word('publicDir') ?? 'public');
  const base = folderAddress(keys.word('base') ?? '');
  const format = keys.word('build.format') ?? 'directory';
  const trailingSlash = keys.word('trailingSlash') ?? 'ignore';
  const url = keys.word('site') ?? '';
  const integrations = readIntegrations(root);
  const markdown = unsureMarkdown(keys.at('markdown'));
  const languages = readLanguages(integrations.options, keys);
  const host = hostNamed(url);
  const made = customPages(`${source}/pages`, keys.at('redirects'), format, tree);
  const custom = host === null ? made : { ...made, addresses: [...made.addresses, ...SITEMAPS] };
  const content = `${source}/content/docs`;
  const opaque = ['srcDir', 'build.format'].find((key) => keys.isUnread(key));
  const computed = keys.isUnread('locales') ? 'locales are computed' : null;
  return {
    kind: 'starlight',
    markdown: {
      ...lenientMarkdown,
      headingIds: 'shown',
      headingAttributes: false,
      blockAttributes: false,
      footnotes: 'prefixed',
      onlyYaml: true,
      linkKeys: ['hero.actions.link'],
      setAside: { importedMdx: { anchors: ['LinkCard', 'LinkButton'], from: '@astrojs/starlight/components' } },
    },
    content: [content],
    // Images beside the code are taken along where a page shows them.
    static: [...(published === null ? [] : [published]), `${source}/assets`],
    includes: [],
    base,
    host,
    frontMatter: ['slug', 'draft'],
    unsurePages: integrations.pages ?? custom.unsure ?? computed ?? otherPages(content, tree),
    unsureIds: markdown.ids ?? integrations.ids,
    unread: keys.unread,
    unsureAddresses:
      opaque === undefined
        ? (markdown.links ?? integrations.links ?? ownAddresses(source, tree))
        : `${opaque} is not known`,
    isBaseKnown: !keys.isUnread('base'),
    areFiles: format !== 'directory',
    mayLackSlash: format === 'directory' && (trailingSlash === 'never' || keys.isUnread('trailingSlash')),
    hasDashes: markdown.hasDashes,
    languages,
    custom,
  };
}

/** Endings that are pages for some versions of Astro, and for Markdoc. */
const OTHER_PAGES = /\.(?:markdown|mdown|mkdn|mkd|mdwn|mdoc)$/;

function otherPages(content: string, tree: FileTree): string | null {
  const found = listInside(tree, content).find((path) => OTHER_PAGES.test(path));
  return found === undefined ? null : `${found} may be one`;
}

/** Why pages may stand elsewhere than their files say: the collection of pages is loaded in a way of its own. */
function ownAddresses(source: string, tree: FileTree): string | null {
  const names = ['content.config', 'content/config'].flatMap((name) =>
    ['ts', 'mts', 'js', 'mjs'].map((ending) => `${source}/${name}.${ending}`),
  );
  const path = names.find((name) => tree.exists(name));
  if (path === undefined) return null;
  const text = readText(tree, path);
  const isUsual = /\bdocsLoader\(\s*\)/.test(text) || !/\bloader\b/.test(text);
  return isUsual ? null : `${path} may put pages elsewhere`;
}

/** The languages of a site, by the folders that their pages lie in. */
interface Languages {
  /** The folder of the main one; `''` where its pages lie at the top. */
  readonly main: string;
  /** The folders of the others, which show a page of the main one where they have none of their own. */
  readonly others: readonly string[];
}

/** Reads `locales` and `defaultLocale` of Starlight's options. */
function readLanguages(options: ScriptValue, keys: ConfigKeys): Languages {
  const none: Languages = { main: '', others: [] };
  const locales = keys.at('locales', valueAt(options, 'locales'));
  if (locales.kind === 'absent') return none;
  if (locales.kind !== 'map' || locales.isOpen) {
    keys.note('locales', locales);
    return none;
  }
  const names = [...locales.entries.keys()].filter((name) => name !== 'root');
  const main = keys.word('defaultLocale', valueAt(options, 'defaultLocale'));
  if (keys.isUnread('defaultLocale')) keys.note('locales', locales);
  const isAtTop = locales.entries.has('root');
  return { main: isAtTop ? '' : (main ?? ''), others: names.filter((name) => isAtTop || name !== main) };
}
