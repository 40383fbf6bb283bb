import { folderPrefix, foldersAround, joinInside } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import { githubSlug } from '../../markdown/headings/slug.ts';
import { wordsOfHtml } from '../../markdown/html/walk.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { addressOf } from '../common-parts.ts';
import { decodePercent, isExternal, looksLikeFile, splitHref } from '../href.ts';
import { isFigure, trimmedHref } from '../link-kinds.ts';
import { brokenAt, foundAt, type Resolution, unknownAt } from '../resolution.ts';
import { resolveExternal } from '../serving/browser.ts';
import { arrive } from '../serving/fragment.ts';
import { hasTag, uncheckable } from '../template.ts';

/** What one repository's view does otherwise than another. */
interface View {
  /** Whether headings in raw HTML have ids, and a README is at `#readme`; else it is not known. */
  readonly areIdsSure: boolean;
  /** What makes the id of a heading unknown that holds it. */
  readonly unknowable?: RegExp;
}

const githubView: View = { areIdsSure: true };

/**
 * Where a link leads in a folder of plain Markdown, as a repository's web view shows it: by file, relative to the
 * page's folder or, with a leading `/`, to the root.
 */
export function lookUp(link: Link, page: Page, handbook: Handbook, view: View = githubView): Resolution {
  if (isFigure(link)) return unknownAt('shortcode', link.href);
  const href = trimmedHref(link);
  if (isExternal(href)) return resolveExternal(href, link, handbook);
  const { path, fragment } = splitHref(href);
  if (hasTag(href)) return uncheckable(path);
  if (path === '') return arriveAt(page, fragment, handbook, view);
  const decoded = decodePercent(path);
  const start = decoded.startsWith('/') ? '' : folderPrefix(page.path);
  const target = joinInside(start, decoded);
  if (OF_THE_HOST.test(decoded) || (target === null && climbs(start, decoded) > 1))
    return unknownAt('other-site', href);
  if (target === null) return brokenAt('outside', decoded, fragment);
  const found = decoded.endsWith('/')
    ? pageOfFolder(target, handbook)
    : (handbook.page(target) ?? pageOfFolder(target, handbook));
  if (found) return arriveAt(found, fragment, handbook, view);
  const address = `/${target}`;
  const file = handbook.fileAt(address);
  if (file !== undefined) return foundAt(address, { file });
  if (folders(handbook).has(target)) return foundAt(address);
  // Of dot folders only those of GitHub and GitLab are listed.
  if (/(?:^|\/)\.(?!github\/|gitlab\/)[^/]+\//.test(target)) return unknownAt('unknown-tree', address);
  if (handbook.config.unknown.some((prefix) => address.startsWith(prefix))) return unknownAt('unknown-tree', address);
  const isFile = link.kind === 'image' || link.kind === 'html-resource' || looksLikeFile(address);
  const reason = isFile ? 'missing-file' : 'missing-page';
  return brokenAt(reason, address, fragment);
}

/** What the host shows besides files: `/crew/handbook/issues/3`. */
const OF_THE_HOST =
  /^\/[^/]+\/[^/]+\/(?:-\/|(?:blob|tree|raw|blame|edit|issues?|pulls?|wikis?|discussions|releases|commits?|compare|merge_requests|projects)(?:\/|$))/;

/** How far a path climbs above the root from a folder, named with its final slash. The view of files lies two levels below the repository's own page: `../../issues` works. */
function climbs(start: string, path: string): number {
  const ups =
    /^(?:\.\.?\/|\.\.$)*/
      .exec(path)?.[0]
      .split('/')
      .filter((segment) => segment === '..').length ?? 0;
  return ups - (start.split('/').length - 1);
}

/** `#L3`, `#L1-L2`, `#L1C2-L2C3`: lines of a file's source. */
const LINES = /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;
const README = /(?:^|\/)readme\.[^./]+$/i;

/** GitHub and GitLab put `user-content-` in front of ids; their pages answer to both. */
const PREFIX = 'user-content-';

function arriveAt(page: Page, fragment: string | null, handbook: Handbook, view: View): Resolution {
  const answer = arriveAtId(page, fragment, handbook, view);
  if (answer.outcome !== 'broken' || !fragment?.startsWith(PREFIX)) return answer;
  const bare = arriveAtId(page, fragment.slice(PREFIX.length), handbook, view);
  return bare.outcome === 'broken' ? answer : bare;
}

/** A page by its ids; by `#readme`, where the view of a folder shows it; and by lines of its source. */
function arriveAtId(page: Page, fragment: string | null, handbook: Handbook, view: View): Resolution {
  const address = addressOf(page);
  const answer = arrive(page, address, fragment, handbook, []);
  if (answer.outcome !== 'broken' || fragment === null) return answer;
  const found: Resolution = foundAt(address, { page });
  if (LINES.test(fragment)) return found;
  const open: Resolution = unknownAt('generated', address, page);
  // Around the words of other files, too, GitHub's view has had this id.
  if (fragment.toLowerCase() === 'readme') return view.areIdsSure && README.test(page.path) ? found : open;
  const wanted = decodePercent(fragment).toLowerCase();
  const raw = rawHeadings(page.text);
  if (raw.has(wanted)) return view.areIdsSure ? found : open;
  // Which number an id gets depends on all headings.
  const isOpen = page.facts.headings.some(({ text }) => view.unknowable?.test(text) === true);
  return isOpen || raw.has(wanted.replace(/-\d+$/, '')) ? open : answer;
}

const LONGEST_HEADING = 500;

/** Ids of headings that are written as HTML: `<h1 align="center">My team</h1>`. */
function rawHeadings(text: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let at = text.indexOf('<h'); at >= 0; at = text.indexOf('<h', at + 2)) {
    const level = text[at + 2] ?? '';
    const start = text.indexOf('>', at) + 1;
    if (!'123456'.includes(level) || start === 0) continue;
    const piece = text.slice(start, start + LONGEST_HEADING);
    const end = piece.indexOf(`</h${level}>`);
    if (end >= 0) ids.add(githubSlug(wordsOfHtml(piece.slice(0, end)).trim()));
  }
  return ids;
}

function pageOfFolder(folder: string, handbook: Handbook): Page | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  return ['README.md', 'index.md', '_index.md'].map((name) => handbook.page(prefix + name)).find((page) => page);
}

const folders = query(
  'folders',
  (handbook) =>
    foldersAround([...handbook.pages.map(({ path }) => path), ...Array.from(handbook.files(), (at) => at.slice(1))]),
  { lives: 'places' },
);
