import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

interface BuiltPage {
  /** The words by which a page is known wherever it lies: `page p3`. */
  readonly name: string;
  /** What each id stands at: a heading by its number on the page, another thing by the id. */
  readonly ids: ReadonlyMap<string, string>;
  /** Where it sends a browser on to at once. */
  readonly refresh: string | null;
  /** Destinations of links and images, by their words: `a07`. */
  readonly links: ReadonlyMap<string, string>;
}

const LABEL = /\b[a-j]\d\d\b/;

function readPage(html: string): BuiltPage {
  const ids = new Map<string, string>();
  const links = new Map<string, string>();
  let [href, refresh, headings, isHeading] = ['', null as string | null, 0, false];
  const parser = new Parser({
    onopentag(name, { id, name: own, href: to, alt, src, content, ...others }) {
      if (/^h[1-6]$/.test(name)) [headings, isHeading] = [headings + 1, true];
      for (const each of [id, name === 'a' ? own : undefined])
        if (each) ids.set(each, isHeading ? `heading ${headings}` : `id ${each}`);
      if (name === 'a') href = to ?? '';
      if (name === 'img' && LABEL.test(alt ?? '')) links.set(alt!, src ?? '');
      if (name === 'meta' && others['http-equiv'] === 'refresh') refresh = /url=(.*)$/.exec(content ?? '')?.[1] ?? null;
    },
    ontext(text) {
      const label = LABEL.exec(text)?.[0];
      if (label !== undefined && href !== '' && !links.has(label)) links.set(label, href);
    },
    onclosetag(name) {
      if (name === 'a') href = '';
      if (/^h[1-6]$/.test(name)) isHeading = false;
    },
  });
  parser.end(html);
  return { name: /\bpage p\d+\b/.exec(html)?.[0] ?? 'no page', ids, refresh, links };
}

/**
 * What every link of a built site that has words of its own leads to, by the page that shows it and these words: `page p3`, `page p3
 * heading 2`, a file by its bytes. Links that lead nowhere are left out. `base` is the path that the site is served below.
 */
export function builtTargets(folder: string, base: string): ReadonlyMap<string, string> {
  const pages = new Map<string, BuiltPage>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.html')) pages.set(file, readPage(readFileSync(join(folder, file), 'utf8')));

  const follow = (href: string, from: string, hops: number): string | null => {
    if (href.startsWith('data:')) return hashOf(Buffer.from(href.slice(href.indexOf(',') + 1), 'base64'));
    const path = from.replace(/(^|\/)index\.html$/, '$1').split('/');
    const url = new URL(href, `https://host${base}${path.map(encodeURIComponent).join('/')}`);
    if (url.host !== 'host' && url.host !== 'crew.example.com') return null;
    const asked = decodeURIComponent(url.pathname);
    const below = asked.startsWith(base) ? asked.slice(base.length) : null;
    const names = below === null ? [] : [below, join(below, 'index.html'), `${below}.html`];
    const found = names.find((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
    if (found === undefined) return null;
    const page = pages.get(found);
    if (page === undefined) return hashOf(readFileSync(join(folder, found)));
    if (page.refresh !== null) return hops > 3 ? null : follow(page.refresh + url.hash, found, hops + 1);
    const fragment = url.hash.slice(1);
    if (fragment === '') return page.name;
    const place = page.ids.get(fragment) ?? page.ids.get(decodeURIComponent(fragment));
    return place === undefined ? null : `${page.name} ${place}`;
  };

  const targets = new Map<string, string>();
  for (const [file, { name, links }] of pages)
    for (const [label, href] of links) {
      const target = follow(href, file, 0);
      if (target !== null && !file.startsWith('404')) targets.set(`${name} ${label}`, target);
    }
  return targets;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex').slice(0, 8);
}
