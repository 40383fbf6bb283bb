import type { Link } from '../../markdown/facts.ts';
import type { Handbook } from '../../model/handbook.ts';
import { hostOf, joinPath, splitHref } from '../href.ts';
import { isResource } from '../link-kinds.ts';
import { type Resolution, unknownAt } from '../resolution.ts';
import { serve } from './browser.ts';

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
