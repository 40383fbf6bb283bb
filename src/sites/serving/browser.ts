import type { Link } from '../../markdown/facts.ts';
import type { Handbook } from '../../model/handbook.ts';
import { decodePercent, hostOf, isExternal, joinPath, looksLikeFile, splitHref } from '../href.ts';
import { isResource } from '../link-kinds.ts';
import { brokenAt, foundAt, type Indirection, type Resolution, unknownAt } from '../resolution.ts';
import { arrive } from './fragment.ts';

const MAX_HOPS = 8;

/** A path of the site on its way to a page or a file. */
export interface Request {
  /** Absolute, not yet decoded, without `?` and `#`. */
  readonly path: string;
  readonly fragment: string | null;
  /** The request is for an image or the like: it names a file, whatever the name looks like. */
  readonly isResource: boolean;
}

/** What the built site answers to a browser: page, file, alias, redirect, in this order; on Netlify forced redirects before. */
export function serve(request: Request, handbook: Handbook, indirections: readonly Indirection[] = []): Resolution {
  const path = decodePercent(request.path) || '/';
  const address = withSlash(path.replace(/\/index\.html$/, '/'));
  const away = indirections.length < MAX_HOPS ? forcedAway(path, handbook) : undefined;
  if (away) return follow(away, request, handbook, indirections);
  const page = handbook.at(address) ?? handbook.at(path);
  if (page) return arrive(page, page.address ?? address, request.fragment, handbook, indirections);
  if (handbook.isAutomatic(address) || handbook.isAutomatic(path)) {
    // What Hugo puts on a page of its own making, nobody knows.
    if (request.fragment) return unknownAt('generated', address);
    return foundAt(address, {}, indirections);
  }
  const file = handbook.fileAt(path) ?? handbook.fileAt(`${address}index.html`);
  const isMade = file === undefined && (handbook.isMade(path) || handbook.isMade(`${address}index.html`));
  if (isMade && request.fragment && !/\.(?!html?$)\w+$/.test(path)) return unknownAt('generated', path);
  if (file !== undefined || isMade) return foundAt(path, { file: file ?? null }, indirections);
  const next = indirections.length < MAX_HOPS ? forward(path, handbook, address) : undefined;
  if (next) return follow(next, request, handbook, indirections);
  if (handbook.isUnknownAddress(path)) return unknownAt('unknown-tree', path);
  const reason = request.isResource || looksLikeFile(path) ? 'missing-file' : 'missing-page';
  return brokenAt(reason, path, request.fragment, indirections);
}

function follow(next: Forward, request: Request, handbook: Handbook, indirections: readonly Indirection[]): Resolution {
  const sent = nextRequest(next.target, request, handbook);
  const ways = [...indirections, next.indirection];
  return sent === null ? foundAt(next.target, {}, ways) : serve(sent, handbook, ways);
}

/** A step on the way to what a reader asks for. */
interface Forward {
  readonly target: string;
  readonly indirection: Indirection;
}

/**
 * Where a rule sends a reader on to although a page or file has the address: `301!` on Netlify, as its documentation says. GitLab Pages, which
 * reads the same rules, shows the page.
 */
function forcedAway(path: string, handbook: Handbook): Forward | undefined {
  const hit = handbook.site.forcesRedirects?.(handbook.config) ? handbook.redirect(path) : undefined;
  if (!hit?.rule.isForced || hit.rule.isConditional || withSlash(hit.target) === withSlash(path)) return undefined;
  return { target: hit.target, indirection: { kind: 'redirect', rule: hit.rule } };
}

/** Where an alias or a redirect rule sends a reader on to from a path; `address` is what a page at the path would have. */
export function forward(path: string, handbook: Handbook, address: string = path): Forward | undefined {
  // An old address may be a file, `/old/team.html`.
  for (const from of new Set([path, address])) {
    const current = handbook.alias(from);
    // What is an address need be no destination: `/c#/`.
    const target = current?.replace(/[%?#]/g, encodeURIComponent);
    if (target !== undefined) return { target, indirection: { kind: 'alias', from } };
  }
  const hit = handbook.redirect(path);
  return hit && { target: hit.target, indirection: { kind: 'redirect', rule: hit.rule } };
}

/** What a reader asks for who is sent on to `target`; `null` when that is on another site. */
export function nextRequest(target: string, request: Request, { config }: Handbook): Request | null {
  let local = target;
  if (isExternal(target)) {
    const url = hostOf(target);
    if (!url || !config.hosts.includes(url.host)) return null;
    local = url.rest;
  }
  const { path, fragment } = splitHref(local);
  // The fragment that the reader came with survives the redirect and wins over the target's own.
  return { ...request, path: joinPath('/', path), fragment: request.fragment ? request.fragment : fragment };
}

/** An address as pages have it: with a `/` at the end. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** Where a full URL leads: to this site when it names one of the handbook's own hosts, else to another one. */
export function resolveExternal(href: string, link: Link, handbook: Handbook): Resolution {
  const url = hostOf(href);
  if (url && handbook.config.hosts.includes(url.host)) return atAddress(url.rest, link, handbook);
  return unknownAt('other-site', href);
}

/** What the site answers for an address with `#`: `/values/#one`. */
export function atAddress(address: string, link: Link, handbook: Handbook): Resolution {
  const { path, fragment } = splitHref(address);
  return serve({ path: joinPath('/', path), fragment, isResource: isResource(link) }, handbook);
}
