import { once } from '../../../collections/once.ts';
import type { HandbookConfig } from '../../../config/config.ts';
import type { Placement, SiteFiles } from '../../../model/place.ts';
import { contentFiles } from './content-files.ts';
import { locate } from './locate.ts';

/**
 * Whether templates, hooks or a theme that is not here may make what is at an address: further pages of a list, `/docs/page/2/`,
 * files that are published on demand, and files of the theme's own, which lie in no folder of the site's pages; or whether Netlify
 * may answer with `/a.html`. All may be there when the site's settings cannot be read.
 */
export function mayBeMade(
  { places, automatic, unpublished = [] }: Placement,
  { content, assets }: SiteFiles,
  { hugo }: Pick<HandbookConfig, 'hugo'>,
): (address: string) => boolean {
  const { pager, usesFiles, missingTheme, languages, unreadable, assetMounts } = hugo;
  const sections = once(
    () => new Set([...places.values()].flatMap(({ kind, address }) => (kind === 'section' ? [address] : []))),
  );
  const isList = (address: string) => automatic.has(address) || sections().has(address);
  const tops = once(
    () => new Set(contentFiles(content, hugo).map(({ below }) => below.split('/', 2)[1]!.toLowerCase())),
  );
  const files = once(() => new Set([...assets].flatMap((path) => locate(path, assetMounts)?.below ?? [])));
  if (unreadable.some(({ hides }) => hides === 'all')) return () => true;
  const isOnDemand = (address: string) =>
    usesFiles && (files().has(address) || unpublished.some((folder) => address.startsWith(folder)));
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
  const named = once(
    () => new Set([...places.values()].flatMap(({ address }) => (address?.endsWith('.html') ? [address] : []))),
  );
  // Netlify answers `/a` with `/a.html`, and sends `/a/` on to it: what others have measured, not run.
  const isShortened = (address: string) => hugo.isOnNetlify && named().has(`${address.replace(/\/$/, '')}.html`);
  return (address) => isFurtherPage(address) || isOnDemand(address) || isOfTheme(address) || isShortened(address);
}
