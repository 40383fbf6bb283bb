/**
 * Writes down which links of a built site work: the table that `npm run conformance -- --generators` reads.
 *
 *     npx tsx scripts/oracle/record-site.ts <folder of pages> <built site> <base> > NAME.links.tsv
 *
 * Every link of the pages has a text of its own (`l01`), by which it is found in the built HTML. A link works when a host of
 * static files (`path`, `path/index.html`, `path.html`) has its target, and the page has the id.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

const [source = '', built = '', base = '/'] = process.argv.slice(2);

interface BuiltLink {
  readonly from: string;
  readonly href: string;
}

const links = new Map<string, BuiltLink>();
const ids = new Map<string, Set<string>>();

for (const file of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
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
  parser.end(readFileSync(join(built, file), 'utf8'));
}

function fault({ from, href }: BuiltLink): string {
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
  const found = names.find((name) => existsSync(join(built, name)) && statSync(join(built, name)).isFile());
  if (found === undefined) return `no page or file at ${path}`;
  const fragment = url.hash.slice(1);
  const known = ids.get(found);
  if (fragment === '' || known?.has(fragment) || known?.has(decodeURIComponent(fragment))) return '';
  return `no id ${decodeURIComponent(fragment)} in ${found}`;
}

console.log('page\tline\tlabel\tkind\thref as written\trendered href\tworks\twhy not');
for (const page of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.md$/.test(page)) continue;
  for (const [index, line] of readFileSync(join(source, page), 'utf8').split('\n').entries()) {
    const match = /\[([a-z]\d\d)\]\((.*?)\)|href="(.*?)">([a-z]\d\d)</.exec(line);
    const label = match?.[1] ?? match?.[4] ?? '';
    const link = links.get(label);
    if (link === undefined) continue;
    const why = fault(link);
    const kind = match?.[4] ? 'html' : line.startsWith('!') ? 'image' : 'md';
    console.log(
      [page, index + 1, label, kind, match?.[2] ?? match?.[3], link.href, why === '' ? 'yes' : 'no', why].join('\t'),
    );
  }
}
