import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { joinInside } from '../../files/paths.ts';
import type { YamlMap } from '../configuration/yaml-values.ts';

/** What is known of a site's plugins. */
interface Plugins {
  /** Whether the plugin `jekyll-name` is at work; `null` when that is not known. */
  readonly has: (name: string) => boolean | null;
  /** GitHub builds the site, or may. */
  readonly mayBeOnPages: boolean;
  /** Why there may be more pages than files; `null` where there are not. */
  readonly unsurePages: string | null;
}

/** Plugins that make no pages, but for feeds and redirects. */
const harmless = new Set(
  `relative-links optional-front-matter readme-index redirect-from seo-tag sitemap feed titles-from-headings default-layout
  remote-theme github-metadata include-cache toc avatar gist coffeescript last-modified-at commonmark target-blank
  email-protect spaceship mermaid sass-converter mentions timeago
  loading-lazy jemoji`.split(/\s+/),
);

/** Finds a site's plugins: in _config.yml (`root`), the Gemfile beside it, and below its source. */
export function readPlugins(root: YamlMap, folder: string, source: string, tree: FileTree): Plugins {
  const gemfile = folder === '' ? 'Gemfile' : `${folder}/Gemfile`;
  const gems = tree.exists(gemfile) ? shortLines(tree.read(gemfile)) : null;
  const isOnPages = /^[^#\n]*\bgithub-pages\b/m.test(gems ?? '');
  const named = new Set([...root.words('plugins'), ...root.words('gems'), ...gemsOf(gems ?? '')]);
  // GitHub builds such a repository with plugins of its own choice, which no file names.
  const isUnknown = gems === null && named.size === 0 && isOnGithub(tree);
  const strange = [...named].find((name) => !harmless.has(name.replace(/^jekyll-/, '')));
  const own = pluginFolders(root, folder, source).find((each) =>
    listInside(tree, each).some((path) => path.endsWith('.rb')),
  );
  const unsure = strange === undefined ? own : `the plugin ${strange}`;
  return {
    has: (name) => named.has(`jekyll-${name}`) || isOnPages || (isUnknown ? null : false),
    mayBeOnPages: isOnPages || isUnknown,
    unsurePages: unsure === undefined ? null : `${unsure} may make pages`,
  };
}

/** A file's text with its lines cut: no line of a Gemfile needs more. */
function shortLines(bytes: Uint8Array): string {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.map((line) => line.slice(0, 300)).join('\n');
}

function pluginFolders(root: YamlMap, folder: string, source: string): readonly string[] {
  const named = [root.word('plugins_dir') ?? root.words('plugins_dir')].flat();
  const paths = named.length > 0 ? named.map((name) => joinInside(folder, name)) : [joinInside(source, '_plugins')];
  return paths.filter((path) => path !== null);
}

function gemsOf(gemfile: string): readonly string[] {
  return [...gemfile.matchAll(/^[^#\n]*gem[ \t]+["'](jekyll-[\w-]+)/gm)].map(([, name = '']) => name);
}

function isOnGithub(tree: FileTree): boolean {
  if (tree.exists('CNAME')) return true;
  if (!tree.exists('.git/config')) return false;
  return /^[ \t]*url[ \t]*=.*\bgithub\.com\b/m.test(readText(tree, '.git/config'));
}
