import { folderPrefix } from '../files/paths.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { withoutSlash } from '../model/redirects.ts';

/**
 * Absolute ways to write a link to a page, those in the style of what was written first: by its address, by its file, or by its
 * folder, with or without endings. No kind of site understands all of them, so each has to be tried. `before`: the page before
 * it moved, which `written` led to.
 */
export function spellings(written: string, before: Page, target: Page, handbook: Handbook): readonly string[] {
  const file = inContent(target, handbook);
  const folder = folderPrefix(file);
  const stem = file.replace(/\.[^/.]+$/, '').replace(/\/_?index$/i, '') || '/';
  const base = basePathOf(written, handbook);
  const address = base + (target.address ?? `${stem}/`);
  const bare = withoutSlash(address);
  if (written.endsWith('/index.html')) return [`${bare === '/' ? '' : bare}/index.html`, address];
  if (/\.[^/.]+$/.test(written)) return /\.html?$/i.test(written) ? [address, `${bare}.html`, file] : [file, address];
  if (written.endsWith('/')) return target.address?.endsWith('/') ? [address, folder, stem] : [folder, address, stem];
  const folders = [withoutSlash(folder), folder];
  // Where addresses are files, a folder's page is written as the folder.
  if (target.kind === 'section' && !address.endsWith('/')) return [...folders, stem, bare];
  const isAddress = `${base}${before.address?.toLowerCase()}`.endsWith(
    `${written.toLowerCase().replace(/^[./]*/, '/')}/`,
  );
  return [...(isAddress ? [bare, stem] : [stem, bare]), ...folders, address];
}

/** The paths that a relative destination may be counted from: the folder in content, the file, the address. */
export function startsOf(from: Page, handbook: Handbook): readonly string[] {
  const folder = handbook.contentFolder(from);
  return [
    `${folder === '/' ? '' : folder}/`,
    inContent(from, handbook),
    `/${from.path}`,
    ...(from.address === null ? [] : [handbook.config.hugo.basePath + from.address]),
  ];
}

/** What all addresses of the site begin with, where the destination begins so as well. */
function basePathOf(written: string, { config }: Handbook): string {
  const { basePath } = config.hugo;
  return basePath !== '' && written.startsWith(`${basePath}/`) ? basePath : '';
}

/** `/b/page.md` of `content/b/page.md`. */
function inContent({ path }: Page, { config }: Handbook): string {
  const folder = config.content.find((name) => name !== '' && path.startsWith(`${name}/`));
  return folder === undefined ? `/${path}` : path.slice(folder.length);
}
