import { BLANK } from '../../markdown/set-aside/liquid.ts';
import type { JekyllSettings } from './config.ts';

/** What a destination that Liquid computes comes to: an address of the host, a file of the site, or a post. */
type Computed =
  | { readonly kind: 'address'; readonly href: string }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | null }
  | { readonly kind: 'post'; readonly name: string; readonly fragment: string | null };

const SITE_URL = /^\{\{-? ?site\.url ?-?\}\}/;
const BASE_URL = /^\{\{-? ?site\.baseurl ?-?\}\}/;
/** `{{ "/crew/" | relative_url }}` */
const FILTERED =
  /^\{\{-? ?["']([^"'#{}]{0,300})["'] ?\| ?(?:relative_url|absolute_url|prepend: ?site\.baseurl) ?-?\}\}([#?].*)?$/;
/** `{% link crew/watch.md %}`, `{% post_url 2024-05-01-start %}` */
const LINK = /^\{%-? ?(link|post_url) ([^%{}#|]{1,300}?) ?-?%\}(?:#(.*))?$/;

/**
 * What simple tags come to: `site.baseurl` and `site.url` at the beginning, a path in `relative_url`, a file in `link`, a post in
 * `post_url` (Jekyll 4.4).
 * `null` for all others.
 */
export function computed(href: string, { base }: Pick<JekyllSettings, 'base'>): Computed | null {
  const written = href.replaceAll(BLANK, ' ').replace(/ +/g, ' ');
  const file = LINK.exec(written);
  if (file) {
    const [, tag, name = '', fragment = null] = file;
    const path = name.trim().replace(/^\//, '');
    return tag === 'link' ? { kind: 'file', path, fragment } : { kind: 'post', name: path, fragment };
  }
  const root = base.slice(0, -1);
  const filtered = FILTERED.exec(written);
  if (filtered)
    return { kind: 'address', href: `${root}/${(filtered[1] ?? '').replace(/^\//, '')}${filtered[2] ?? ''}` };
  const rest = written.replace(SITE_URL, '');
  const below = rest.replace(BASE_URL, '');
  if (below === rest || /[{}]/.test(below)) return null;
  return { kind: 'address', href: `${root}${below.startsWith('/') || below === '' ? '' : '/'}${below}` };
}
