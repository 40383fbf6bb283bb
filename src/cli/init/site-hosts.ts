import { type FileTree, readText } from '../../files/file-tree.ts';
import { hugoFiles } from '../../sites/hugo/sources/sources.ts';

/** A host that the site's own configuration names as its address. */
export interface SiteHost {
  readonly host: string;
  /** The file that says so. */
  readonly path: string;
}

/**
 * Where other generators write the address of the built site, as their documentation has it: Jekyll's and Docusaurus' `url`,
 * MkDocs' `site_url`, VitePress' `sitemap.hostname`, GitHub Pages' CNAME.
 */
const others: readonly (readonly [path: string, address: RegExp])[] = [
  ['_config.yml', /^url[ \t]*:[ \t]*["']?([^\s"'#]+)/m],
  ['properdocs.yml', /^site_url[ \t]*:[ \t]*["']?([^\s"'#]+)/m],
  ['mkdocs.yml', /^site_url[ \t]*:[ \t]*["']?([^\s"'#]+)/m],
  ...['js', 'cjs', 'mjs', 'ts', 'mts'].flatMap((ending) => [
    [`docusaurus.config.${ending}`, /^[ \t]*url[ \t]*:[ \t]*["']([^"'\s]+)["']/m] as const,
    [`.vitepress/config.${ending}`, /\bhostname[ \t]*:[ \t]*["']([^"'\s]+)["']/] as const,
  ]),
  ['CNAME', /^([\w-]+(?:\.[\w-]+)+)\s*$/],
];

/** Hugo's `baseURL`, in TOML, YAML or JSON; the key's capitals do not matter to Hugo. */
const baseUrl = /^[ \t]*"?baseurl"?[ \t]*[:=][ \t]*["']?([^\s"'#,]+)/im;

/** Names that documentation uses, and those of a machine's own. */
const placeholder = /(?:^|\.)(?:example\.(?:com|org|net)|example|test|invalid|localhost)$/;

/** The hosts that the site's configuration says it is served from. A site in a folder of a host owns only that folder, so it is left out. */
export function findSiteHosts(tree: FileTree): readonly SiteHost[] {
  const hugo = hugoFiles(tree).map(({ path, text }) => [path, baseUrl.exec(text)?.[1]] as const);
  const rest = others
    .filter(([path]) => tree.exists(path))
    .map(([path, address]) => [path, address.exec(readText(tree, path))?.[1]] as const);
  const found = new Map<string, SiteHost>();
  for (const [path, address] of [...hugo, ...rest]) {
    const host = address === undefined ? null : hostOf(address);
    if (host !== null && !found.has(host)) found.set(host, { host, path });
  }
  return [...found.values()];
}

function hostOf(address: string): string | null {
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(url)) return null;
  const { protocol, host, hostname, pathname } = new URL(url);
  return protocol.startsWith('http') && pathname === '/' && hostname.includes('.') && !placeholder.test(hostname)
    ? host
    : null;
}
