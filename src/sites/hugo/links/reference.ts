import type { Link, ShortcodeCall } from '../../../markdown/facts.ts';
import { callsIn } from '../../../markdown/shortcodes/calls-in.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { joinPath, splitHref } from '../../href.ts';
import { trimmedHref } from '../../link-kinds.ts';
import { brokenAt, type Found, foundAt, type Resolution, unknownAt } from '../../resolution.ts';
import { serve } from '../../serving/browser.ts';
import { arrive } from '../../serving/fragment.ts';
import { addressOfFormat, formatsOfPage } from '../places/formats.ts';
import { atPage } from './at-page.ts';
import { asWrittenByHugo } from './base-path.ts';
import { isBelowAdapter, type LookedUp, lookUpReference } from './lookup.ts';

/** Where `ref` and `relref` lead, with what follows them in the destination. `page` is the file that holds the link. */
export function resolveReference(link: Link, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  const href = trimmedHref(link);
  const call = callOf(link, page);
  const written = call && parameter(call, 'path');
  // A destination that is only tried stands nowhere: it starts at 0.
  const isThere = link.target[0] > 0;
  const rest = isThere && written !== undefined && href.startsWith(written) ? href.slice(written.length) : '';
  const isLonger = rest !== '' && !/^[#?]/.test(rest);
  // Of a full URL only the path counts.
  const { path, fragment } = splitHref(
    (isLonger ? (written ?? href) : href).replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i, ''),
  );
  const language = (call && parameter(call, 'lang'))?.toLowerCase();
  if (language !== undefined && !handbook.config.hugo.languages.some(({ name }) => name === language))
    return missing(path, fragment, seenFrom, handbook);
  // A query alone is nothing to look for.
  if (path === '' && fragment === null && href !== '') return missing(href, null, seenFrom, handbook);
  const main = handbook.config.hugo.languages[0]?.name;
  const found = lookUpReference(path, seenFrom, handbook, language === main ? '' : language);
  if (found === undefined) {
    // Hugo 0.167 found the page on one public site and not on another, with the same slashes; why is not known.
    const tidied = path.replace(/\/{2,}/g, '/');
    const mayBeTidied =
      tidied !== path && lookUpReference(tidied, seenFrom, handbook, language === main ? '' : language);
    return mayBeTidied || isBelowAdapter(path, seenFrom, handbook)
      ? unknownAt('unknown-tree', path)
      : missing(path, fragment, seenFrom, handbook);
  }
  const format = (call && parameter(call, 'outputformat'))?.toLowerCase();
  if (format !== undefined && format !== 'html')
    return inFormat(format, found, handbook) ?? missing(path, fragment, seenFrom, handbook);
  const atFound = atPage(found, path, fragment, handbook);
  // `ref` writes full URLs.
  const reached = call?.name === 'ref' ? atFound : asWrittenByHugo(atFound, handbook);
  if (!isLonger || reached.outcome !== 'found') return reached;
  // The address of the page, and then the rest as it stands: `{{< relref "/docs" >}}a/`.
  const further = splitHref(rest.replace(/^\//, ''));
  return serve(
    { path: joinPath(reached.address, further.path), fragment: further.fragment, isResource: false },
    handbook,
  );
}

function missing(path: string, fragment: string | null, from: Page, handbook: Handbook): Resolution {
  const address = path.startsWith('/') ? path : joinPath(`${handbook.contentFolder(from)}/`, path);
  const { unreadable, hasForeignContent } = handbook.config.hugo;
  const isHidden = unreadable.some(({ hides }) => hides === 'all') || handbook.isUnknownAddress(address);
  // A bare name is looked for everywhere.
  if (isHidden || (hasForeignContent && !path.includes('/'))) return unknownAt('unknown-tree', address);
  return brokenAt('missing-page', address, fragment);
}

/** The page in another format that it is written in; `undefined` when it is not. */
function inFormat(name: string, found: LookedUp, handbook: Handbook): Resolution | undefined {
  const { hugo } = handbook.config;
  if (found.page === null) {
    const { address: list } = found;
    if (list === null) return undefined;
    // Which kind of list it is shows in which of its files is there.
    const kinds = ['home', 'section', 'taxonomy', 'term'] as const;
    const formats = hugo.formats.filter((each) => each.name === name);
    const files = formats.flatMap((each) => kinds.map((kind) => addressOfFormat(list, each, hugo, kind)));
    const file = files.find((address) => handbook.isMade(address));
    return file === undefined ? undefined : foundAt(file);
  }
  const { page } = found;
  if (page.address === null) return undefined;
  const kind = page.kind === 'section' ? (page.address === '/' ? 'home' : 'section') : 'page';
  const format = formatsOfPage(kind, page.summary.outputs, hugo).find((each) => each.name === name);
  return format && arrive(page, addressOfFormat(page.address, format, hugo, kind), null, handbook, []);
}

/** What a call that found its page prints: `relref` a path, `ref` a full URL, both `#x` alone as it is. */
export function addressWritten(call: ShortcodeCall, found: Found, { config }: Handbook): string {
  const fragment = found.anchor === null ? '' : `#${found.anchor.id}`;
  if (/^(?:[?#]|$)/.test(parameter(call, 'path') ?? '')) return fragment;
  const [host] = config.hosts;
  const base = call.name === 'ref' && host !== undefined ? `https://${host}` : '';
  return `${base}${config.hugo.basePath}${found.address}${fragment}`;
}

/** The call that makes the link. */
export function callOf({ target, range }: Link, page: Page): ShortcodeCall | undefined {
  return callsIn(page.facts.shortcodes, range).find(
    ({ name, range: [start, end] }) =>
      (name === 'ref' || name === 'relref') && end <= range[1] && (start >= target[0] || target[0] < end),
  );
}

/** A parameter by its name; the path may have none. */
function parameter({ params }: ShortcodeCall, name: string): string | undefined {
  return params.find((param) => param.name?.toLowerCase() === name || (name === 'path' && param.name === null))?.value;
}
