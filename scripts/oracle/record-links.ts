import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

interface BuiltLink {
  readonly from: string;
  readonly href: string;
}

/** What a generator built: where labels of links stand, and the ids of each file. */
interface Built {
  readonly folder: string;
  readonly base: string;
  readonly links: ReadonlyMap<string, BuiltLink>;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a built site; `base` is the path that it is served below. */
function readBuilt(folder: string, base: string): Built {
  const links = new Map<string, BuiltLink>();
  const ids = new Map<string, Set<string>>();

  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const own = new Set<string>();
    ids.set(file, own);
    let href = '';
    const parser = new Parser({
      onopentag(name, attributes) {
        if (attributes.id) own.add(attributes.id);
        if (name === 'a' && attributes.name) own.add(attributes.name);
        if (name === 'a') href = attributes.href ?? '';
        if (name === 'img' && /^[a-z]\d\d$/.test(attributes.alt ?? ''))
          links.set(attributes.alt!, { from: file, href: attributes.src ?? '' });
      },
      ontext(text) {
        if (href !== '' && /^[a-z]\d\d$/.test(text) && !links.has(text)) links.set(text, { from: file, href });
      },
      onclosetag(name) {
        if (name === 'a') href = '';
      },
    });
    parser.end(readFileSync(join(folder, file), 'utf8'));
  }

  return { folder, base, links, ids };
}

/** Why a link of the built site does not work; empty when it does. */
function fault({ from, href }: BuiltLink, { folder, base, ids }: Built): string {
  // Small images are put into the page.
  if (href.startsWith('data:image/')) return '';
  const url = new URL(
    href,
    `https://host${base}${from
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`,
  );
  const path = decodeURIComponent(url.pathname);
  const below = path.startsWith(base) ? path.slice(base.length) : `${path}/` === base ? '' : null;
  const names = below === null ? [] : [below, join(below, 'index.html'), `${below}.html`];
  const found = names.find((name) => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile());
  if (found === undefined) return `no page or file at ${path}`;
  const fragment = url.hash.slice(1);
  const known = ids.get(found);
  if (fragment === '' || known?.has(fragment) || known?.has(decodeURIComponent(fragment))) return '';
  return `no id ${decodeURIComponent(fragment)} in ${found}`;
}

/** How the links of pages fare on a built site, as lines of a table: page, line, label, kind, as written, as built, works, why not. */
export function recordLinks(source: string, folder: string, base: string): readonly string[] {
  const built = readBuilt(folder, base);
  const rows = ['page\tline\tlabel\tkind\thref as written\trendered href\tworks\twhy not'];
  for (const page of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.mdx?$/.test(page)) continue;
    for (const [index, line] of readFileSync(join(source, page), 'utf8').split('\n').entries()) {
      const match = /\[([a-z]\d\d)\]\((.*?)\)|(?:href|src)="(.*?)"(?:>| alt=")([a-z]\d\d)["<]/.exec(line);
      const label = match?.[1] ?? match?.[4] ?? '';
      const link = built.links.get(label);
      if (link === undefined) continue;
      const why = fault(link, built);
      const kind = match?.[4] ? 'html' : line.startsWith('!') ? 'image' : 'md';
      rows.push(
        [
          page,
          index + 1,
          label,
          kind,
          match?.[2] ?? match?.[3],
          link.href.slice(0, 200),
          why === '' ? 'yes' : 'no',
          why,
        ].join('\t'),
      );
    }
  }

  return rows;
}
