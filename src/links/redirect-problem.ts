import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import type { Redirect } from '../model/redirects.ts';
import { hostOf, isExternal, joinPath, splitHref } from '../sites/href.ts';
import { siteOf } from '../sites/index.ts';

export type RedirectProblem =
  | { readonly kind: 'gone'; readonly address: string }
  /** A rule with `:splat`: nothing at all lies below its target. */
  | { readonly kind: 'gone-below'; readonly prefix: string }
  | { readonly kind: 'anchor-gone'; readonly page: Page; readonly fragment: string }
  /** An earlier rule takes every address that this one is for. */
  | { readonly kind: 'doubled'; readonly by: Redirect }
  | { readonly kind: 'shadowed'; readonly page: Page };

/** The worst problem of one redirect rule; `undefined` when it has none. */
export function problemOfRedirect(rule: Redirect, handbook: Handbook): RedirectProblem | undefined {
  const by = earlierTaker(rule, handbook);
  if (by) return { kind: 'doubled', by };
  const isShadowed = !rule.isForced && !rule.from.includes('*');
  const page = !isShadowed ? undefined : handbook.at(rule.from.endsWith('/') ? rule.from : `${rule.from}/`);
  if (page) return { kind: 'shadowed', page };
  return problemOfTarget(rule, handbook);
}

function problemOfTarget(rule: Redirect, handbook: Handbook): RedirectProblem | undefined {
  // Whether a target counts from the host or from the site, a file of redirects does not say.
  if ((handbook.config.generator?.base ?? '/') !== '/') return undefined;
  let to = rule.to;
  if (isExternal(to)) {
    const url = hostOf(to);
    if (!url || !handbook.config.hosts.includes(url.host)) return undefined;
    to = url.rest;
  }
  const { path, fragment } = splitHref(to);
  const [prefix = '', splat] = path.split(':splat');
  if (splat !== undefined) return problemOfPrefix(prefix, handbook);
  if (path.includes(':')) return undefined;
  const answer = siteOf(handbook.config).serve({ path: joinPath('/', path), fragment, isResource: false }, handbook);
  if (answer.outcome !== 'broken') return undefined;
  if (answer.reason === 'missing-anchor' && answer.page)
    return { kind: 'anchor-gone', page: answer.page, fragment: answer.fragment };
  return { kind: 'gone', address: answer.address };
}

function problemOfPrefix(prefix: string, handbook: Handbook): RedirectProblem | undefined {
  const { unknown } = handbook.config;
  if (handbook.isUnknownAddress(prefix) || unknown.some((tree) => tree.startsWith(prefix))) return undefined;
  if (handbook.at(prefix)) return undefined;
  if (handbook.pages.some(({ address }) => address?.startsWith(prefix))) return undefined;
  if (handbook.redirects.some(({ from }) => from.startsWith(prefix))) return undefined;
  const page = siteOf(handbook.config).serve({ path: prefix, fragment: null, isResource: false }, handbook);
  return page.outcome === 'broken' ? { kind: 'gone-below', prefix } : undefined;
}

const earlierRules = query('redirect rules by their order', (handbook) => indexRules(handbook.redirects));

/** Rules by their place in the order. */
interface Earlier {
  readonly order: ReadonlyMap<Redirect, number>;
  /** The first rule of each address, for all readers. */
  readonly exact: ReadonlyMap<string, number>;
  /** The first rule of each `prefix*`. */
  readonly byPrefix: ReadonlyMap<string, number>;
  readonly lengths: ReadonlySet<number>;
}

function earlierTaker(rule: Redirect, handbook: Handbook): Redirect | undefined {
  const { order, exact, byPrefix, lengths } = earlierRules(handbook);
  const own = order.get(rule)!;
  const same = exact.get(normal(rule.from)) ?? own;
  const twin = handbook.redirects[same];
  // Not every host takes an address with and without a final slash for one, so whoever writes both has a reason.
  if (same < own && twin) return twin.from !== rule.from && normal(twin.to) === normal(rule.to) ? undefined : twin;
  const wanted = rule.from.replace(/\*$/, '');
  const isOtherwiseWild = wanted.includes('*') || wanted.includes(':');
  if (isOtherwiseWild) return undefined;
  const first = Math.min(own, ...[...lengths].map((length) => byPrefix.get(wanted.slice(0, length)) ?? own));
  return first < own ? handbook.redirects[first] : undefined;
}

function indexRules(rules: readonly Redirect[]): Earlier {
  const exact = new Map<string, number>();
  const order = new Map<Redirect, number>();
  const byPrefix = new Map<string, number>();
  rules.forEach((rule, at) => {
    order.set(rule, at);
    if (rule.isConditional) return;
    if (!exact.has(normal(rule.from))) exact.set(normal(rule.from), at);
    const prefix = /^[^*:]*\*$/.test(rule.from) ? rule.from.slice(0, -1) : null;
    if (prefix !== null && !byPrefix.has(prefix)) byPrefix.set(prefix, at);
  });
  const lengths = new Set([...byPrefix.keys()].map((prefix) => prefix.length));
  return { order, exact, byPrefix, lengths };
}

function normal(from: string): string {
  return from.replace(/\/$/, '');
}
