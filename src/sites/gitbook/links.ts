import { folderOf, folderPrefix, joinInside } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { inContent } from '../content-paths.ts';
import { decodePercent, isExternal, lastSegment, splitHref } from '../href.ts';
import { trimmedHref } from '../link-kinds.ts';
import { brokenAt, foundAt, type Resolution, unknownAt } from '../resolution.ts';
import { arrive } from '../serving/fragment.ts';
import { isComputed, uncheckable } from '../template.ts';
import type { GitbookSettings } from './config.ts';
import { core } from './ids.ts';

/** What brings text of other files into a page. */
const INCLUDE = /\{%-?[ \t]*include\b|\{%-?[ \t]*reusable\b/;
/** What GitBook's editor gives an id of its own. */
const UNFOLDED = /<summary>([^\n]{0,500}?)<\/summary>/g;
/** Where GitBook's editor puts images and files. */
const FOLDER = '.gitbook';
const ASSETS = `${FOLDER}/assets/`;
/** A name with an ending. */
const FILE = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;

/**
 * Where a link leads in a GitBook. A relative link names a file as it lies in the repository, or a folder by its README; the
 * page has to be listed in SUMMARY.md to be published. Addresses are made elsewhere and cannot be checked.
 */
export function lookUp(link: Link, page: Page, handbook: Handbook, settings: GitbookSettings): Resolution {
  const href = trimmedHref(link);
  if (isExternal(href)) return unknownAt('other-site', href);
  const { path, fragment } = splitHref(href);
  if (isComputed(href) || link.kind === 'ref' || path.startsWith('/')) return uncheckable(path);
  if (path === '') return arriveAt(page, fragment, handbook);
  const [content = ''] = settings.content;
  const decoded = decodePercent(path);
  const target = joinInside(folderOf(page.path), decoded);
  // What lies outside of the book is shown by the repository's host, if at all.
  if (target === null || (content !== '' && !target.startsWith(`${content}/`))) return uncheckable(path);
  const found = decoded.endsWith('/')
    ? readmeOf(target, handbook)
    : (handbook.page(target) ?? readmeOf(target, handbook));
  if (found) return isListed(found, handbook, settings) ? arriveAt(found, fragment, handbook) : uncheckable(path);
  const address = `/${target}`;
  const file = handbook.fileAt(address);
  if (file !== undefined) return foundAt(address, { file });
  // The editor finds what was moved; whether what is written in another way is found, is not known.
  const assets = target.lastIndexOf(ASSETS);
  const inSpace = (folder: string) => `/${folder.slice(0, -FOLDER.length)}${target.slice(assets)}`;
  const spaces = settings.static.filter((folder) => folder.endsWith(FOLDER));
  if (assets >= 0 && spaces.some((folder) => handbook.fileAt(inSpace(folder)) !== undefined)) return uncheckable(path);
  if (handbook.page(inContent(decoded, settings.content)) !== undefined) return uncheckable(path);
  // HonKit builds `crew.html` of `crew.md`; a name with a dot may lack its ending.
  if ([target.replace(/\.html$/, '.md'), `${target}.md`].some((path) => handbook.page(path) !== undefined))
    return uncheckable(path);
  const name = lastSegment(decoded);
  if (decoded.endsWith('/') || !FILE.test(name) || /(?:^|\/)\.(?!gitbook\/)[^./]/.test(target))
    return uncheckable(path);
  const reason = /\.(?:md|markdown)$/i.test(name) ? 'missing-page' : 'missing-file';
  return brokenAt(reason, address, fragment);
}

/** A page by its ids. One that comes near a heading's, or the words of what can be unfolded, cannot be checked. */
function arriveAt(page: Page, fragment: string | null, handbook: Handbook): Resolution {
  const answer = arrive(page, page.address ?? `/${page.path}`, fragment, handbook, []);
  if (answer.outcome !== 'broken' || fragment === null) return answer;
  const wanted = core(decodePercent(fragment));
  const unfolded = [...page.text.matchAll(UNFOLDED)].map(([, words = '']) => words.replace(/<[^<>]*>/g, ''));
  const headings = page.facts.headings.map(({ text }) => text);
  // The second one of a name gets a number, also where the name is written as an id.
  const ids = page.facts.anchors.map(({ id }) => id);
  const isNear = [...headings, ...ids, ...unfolded].some((words) => [wanted, ''].includes(core(words)));
  if (!isNear && !INCLUDE.test(page.text)) return answer;
  return unknownAt('generated', answer.address, page);
}

function readmeOf(folder: string, handbook: Handbook): Page | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  return handbook.page(`${prefix}README.md`) ?? handbook.page(`${prefix}readme.md`);
}

function isListed(page: Page, handbook: Handbook, { summary }: GitbookSettings): boolean {
  const list = handbook.page(summary);
  return list === undefined || page.path === summary || listedOn(handbook, list).has(page.path);
}

/** The files that SUMMARY.md links to, and the README beside it, which is there in any case. */
const listedOn = query(
  'pages that a summary lists',
  (_handbook: Handbook, { path, facts }: Page): ReadonlySet<string> => {
    const folder = folderOf(path);
    const targets = facts.links.map(({ href }) => joinInside(folder, decodePercent(splitHref(href).path)));
    return new Set([`${folderPrefix(path)}README.md`, ...targets.filter((target) => target !== null)]);
  },
);
