import { isLeftOutByGit } from '../../config/git-ignore.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import type { Handbook } from '../../model/handbook.ts';
import { sourceFile } from '../content-paths.ts';
import { arrive } from '../fragment.ts';
import { decodePercent, splitHref } from '../href.ts';
import { isResource, trimmedHref } from '../link-kinds.ts';
import type { PlacedLink } from '../placed-link.ts';
import { brokenAt, foundAt, type Resolution, unknownAt } from '../resolution.ts';
import { lookUpExternal, resolveInBrowser, softened } from '../static-host.ts';
import { isComputed, uncheckable } from '../template.ts';
import type { StarlightSettings } from './config.ts';

/**
 * Where a link leads on a site that Starlight 0.42 builds. Nothing is rewritten, and nothing gets the base: a browser takes links as
 * they are written. Images of Markdown beside the page are taken along.
 */
export function lookUp(placed: PlacedLink<StarlightSettings>): Resolution {
  const { link, page, handbook, settings } = placed;
  const href = trimmedHref(link);
  const { path, fragment } = splitHref(href);
  if (settings.unsureAddresses !== null) return uncheckable(path);
  const external = settings.isBaseKnown ? lookUpExternal(href, link, settings, handbook) : null;
  if (external) return judgeOpen(external, handbook, settings);
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return unknownAt('other-site', href);
  if (isComputed(href) || link.kind === 'ref' || page.address === null) return uncheckable(path);
  if (path === '' && fragment !== null)
    return softened(arrive(page, page.address, fragment, handbook, []), settings, handbook);
  if (link.kind === 'image' && !path.startsWith('/')) return lookUpImage(path, placed);
  if (path.startsWith('/') && !settings.isBaseKnown) return uncheckable(path);
  return judgeOpen(lookUpInBrowser(href, page.address, placed), handbook, settings);
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
export function judgeOpen(answer: Resolution, { config }: Handbook, settings: StarlightSettings): Resolution {
  if (answer.outcome !== 'broken' || answer.reason === 'missing-anchor') return answer;
  const [content = ''] = settings.content;
  const [published = ''] = settings.static;
  const page = `${content}${answer.address.replace(/\/$|\.html$/, '')}.md`;
  const isMadeLater = [page, published + answer.address].some((path) => isLeftOutByGit(path, config.ignoredByGit));
  return isMadeLater ? uncheckable(answer.address) : answer;
}

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
