import { behindHash, isExternal } from './destination.ts';
import type { Link } from './facts.ts';
import { frontMatterLinks } from './front-matter-links.ts';
import type { FoundLink } from './layer/layer-facts.ts';
import { mermaidLinks } from './mermaid.ts';
import { joined, type ParsedPage } from './parse-page.ts';
import { inOrder } from './ranges.ts';
import type { LexedShortcodes } from './shortcodes/shortcodes.ts';

const REFERENCES = new Set(['ref', 'relref']);

/** A page's links inside the site and those that leave it, with what only shortcodes give, and front matter at these keys. */
export function pageLinks(
  text: string,
  page: ParsedPage,
  keys?: readonly string[],
): [internal: Link[], external: Link[]] {
  const found = joined(page.layers, ({ links }) => links);
  for (const link of frontMatterLinks(text, page.front.frontMatter, keys)) found.push(link);
  if (page.lexed.calls.length > 0) readShortcodes(found, text, page);
  const links: Link[] = [];
  const external: Link[] = [];
  for (const link of inOrder(found)) (isExternal(link.href) ? external : links).push(link);
  return [links, external];
}

/** Adds the links that shortcodes make, and gives those whose destination is one what it stands for. */
function readShortcodes(found: FoundLink[], text: string, { lexed, places }: ParsedPage): void {
  const shown = lexed.calls.filter((_, index) => places[index] === 'content');
  const references = new Map(
    shown.filter(({ name }) => REFERENCES.has(name)).map((call) => [call.range[0], call] as const),
  );
  for (const link of found) {
    const call = references.get(link.target[0]);
    if (call === undefined) continue;
    references.delete(link.target[0]);
    Object.assign(link, referenceLink(call, link.target, text));
  }
  for (const call of references.values()) {
    const { range } = call;
    const alone: FoundLink = { kind: 'ref', href: '', range, target: range, fragment: null, text: '' };
    found.push({ ...alone, ...referenceLink(call, range, text) });
  }
  for (const call of shown) {
    if (call.name === 'mermaid' && call.inner) found.push(...mermaidLinks(text.slice(...call.inner), call.inner[0]));
    if (call.name === 'figure') found.push(...figureLinks(call, text));
  }
}

const FIGURE = { src: 'figure-image', link: 'figure-link' } as const;

/** What the `figure` shortcode shows, and where it leads. */
function figureLinks({ params, range }: LexedShortcodes['calls'][number], text: string): FoundLink[] {
  const title = params.find(({ name }) => name === 'alt' || name === 'title')?.value ?? '';
  return params.flatMap(({ name, value, range: target }) => {
    if ((name !== 'src' && name !== 'link') || value === '') return [];
    return [{ kind: FIGURE[name], href: value, range, target, fragment: behindHash(text, target), text: title }];
  });
}

function referenceLink(
  call: LexedShortcodes['calls'][number],
  target: Link['target'],
  text: string,
): Partial<FoundLink> {
  const param = call.params.find(({ name }) => name === null || name === 'path');
  if (!param) return { kind: 'ref' };
  const rest = text.slice(call.range[1], target[1]);
  // What follows is joined to an address, which ends with a slash.
  const isLonger = rest !== '' && !/^[#?/]/.test(rest) && !param.value.endsWith('/');
  const href = param.value + (isLonger ? '/' : '') + rest;
  const own = rest === '' ? param.range : target;
  const from = rest === '' ? own[0] : call.range[1];
  return { kind: 'ref', href, target: own, fragment: behindHash(text, [from, own[1]]) };
}
