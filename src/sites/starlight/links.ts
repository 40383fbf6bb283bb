import { isLeftOutByGit } from '../../config/git-ignore.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import { sourceFile } from '../content-paths.ts';
import { decodePercent, splitHref } from '../href.ts';
import { isResource, type PlacedLink, trimmedHref } from '../link-kinds.ts';
import { brokenAt, foundAt, type Resolution } from '../resolution.ts';
import { judgeOpenBy, lookUpWithoutPath } from '../script/scripted-site.ts';
import { resolveInBrowser } from '../serving/static-host.ts';
import { uncheckable } from '../template.ts';
import type { StarlightSettings } from './config.ts';

/**
 * Where a link leads on a site that Starlight 0.42 builds. Nothing is rewritten, and nothing gets the base: a browser takes links as
 * they are written. Images of Markdown beside the page are taken along.
 */
export function lookUp(placed: PlacedLink<StarlightSettings>): Resolution {
  const { link, page, handbook, settings } = placed;
  const href = trimmedHref(link);
  const { path, fragment } = splitHref(href);
  const known = lookUpWithoutPath(href, fragment, placed, judgeOpen);
  if (known !== null) return known;
  if (link.kind === 'image' && !path.startsWith('/')) return lookUpImage(path, placed);
  if (path.startsWith('/') && !settings.isBaseKnown) return uncheckable(path);
  return judgeOpen(lookUpInBrowser(href, page.address ?? '/', placed), handbook, settings);
}

function lookUpInBrowser(
  href: string,
  address: string,
  { link, handbook, settings }: PlacedLink<StarlightSettings>,
): Resolution {
  const from = (start: string) => resolveInBrowser(href, isResource(link), start, settings, handbook);
  const answer = from(address);
  const bare = address.replace(/(?<=.)\/$/, '');
  const isSure = !settings.mayLackSlash || bare === address || from(bare).outcome === answer.outcome;
  return isSure ? answer : uncheckable(splitHref(href).path);
}

/** The verdict, unless git leaves out a page or file that would be there, so that it may be made before the site is built. */
export const judgeOpen = judgeOpenBy(
  ({ address, reason }, { config }, { content: [content = ''], static: [published = ''] }: StarlightSettings) => {
    const files = [`${content}${address.replace(/\/$|\.html$/, '')}.md`, published + address];
    return reason !== 'missing-anchor' && files.some((path) => isLeftOutByGit(path, config.ignoredByGit));
  },
);

/** Names that stand for folders, as tsconfig.json may have them. */
const ALIAS = /^[@~#]/;

/** An image of Markdown is a file by its path from the file that shows it; the build stops where there is none. */
function lookUpImage(
  path: string,
  { file: { path: from }, handbook, settings }: PlacedLink<StarlightSettings>,
): Resolution {
  const decoded = decodePercent(path);
  const target = joinInside(folderOf(from), decoded);
  const [, ...assets] = settings.static;
  const isListed = [...settings.content, ...assets].some((folder) => target?.startsWith(`${folder}/`));
  if (target === null || ALIAS.test(decoded) || !isListed) return uncheckable(path);
  const address = sourceFile(target);
  const file = handbook.fileAt(address);
  return file === undefined ? brokenAt('missing-file', address, null) : foundAt(address, { file });
}
