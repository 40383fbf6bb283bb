import type { HugoSettings } from '../../config/hugo-settings.ts';

/** What is known of a site that says which addresses its templates and themes may add. */
interface SiteAddresses {
  /** Whether a list of pages is at an address: a section, the home page, or a taxonomy's. */
  readonly isList: (address: string) => boolean;
  /** Folders at the top that hold pages. */
  readonly tops: () => ReadonlySet<string>;
  /** Addresses of files that are published only when a template or a hook asks for them, and beginnings of such. */
  readonly onDemand: { readonly files: () => ReadonlySet<string>; readonly folders: readonly string[] };
}

/**
 * Whether templates, hooks or a theme that is not here may make what is at an address: further pages of a list, `/docs/page/2/`,
 * files that are published on demand, and files of the theme's own, which lie in no folder of the site's pages. All may be there when
 * the site's settings cannot be read.
 */
export function mayBeMade(
  { pager, usesFiles, missingTheme, languages, unreadable }: HugoSettings,
  { isList, tops, onDemand }: SiteAddresses,
): (address: string) => boolean {
  if (unreadable.some(({ hides }) => hides === 'all')) return () => true;
  const isOnDemand = (address: string) =>
    usesFiles && (onDemand.files().has(address) || onDemand.folders.some((folder) => address.startsWith(folder)));
  const isFurtherPage = (address: string) => {
    const list = /^(.*\/)([^/]+)\/\d{1,6}(?:\/(?:index\.html)?|\.html)?$/.exec(address);
    if (list === null || list[2]!.toLowerCase() !== pager?.toLowerCase()) return false;
    const [, folder = ''] = list;
    return isList(folder) || isList(`${folder.slice(0, -1)}.html`);
  };
  const isOfTheme = (address: string) => {
    if (missingTheme === null || !/\.[a-z0-9]{1,12}$/i.test(address) || /\.(?:md|html?)$/i.test(address)) return false;
    const parts = address.split('/').filter(Boolean);
    if (languages.some(({ prefix }) => prefix === `/${parts[0]}`)) parts.shift();
    return parts.length < 2 || !tops().has(parts[0]!.toLowerCase());
  };
  return (address) => isFurtherPage(address) || isOnDemand(address) || isOfTheme(address);
}
