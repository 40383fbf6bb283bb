import { internalLinks } from '../links/judge.ts';
import { resolutionsOf } from '../links/linked-pages.ts';
import type { Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { NamedPage } from '../sites/configuration/named-page.ts';
import { isExternal } from '../sites/href.ts';
import { mentionsInData, NAMES_OLD_ADDRESS } from './data-mentions.ts';
import type { Ground, Move, Untouched } from './plan.ts';

/** What a move may concern although nobody can say so: it is listed, not touched. `named`: what else is known to name pages. */
export function unsureIn(ground: Ground, moves: readonly Move[], named: readonly NamedPage[]): Untouched[] {
  const { handbook } = ground;
  const moved = moves.flatMap(({ from }) => handbook.page(from) ?? []);
  const names = namesOf(moves, handbook);
  return [
    ...moved.flatMap((page) => relativeLinks(page, handbook)),
    ...mentions(names, handbook),
    ...mentionsInData(moved, ground, { named }),
  ];
}

/** Relative links of a moved page that lead nowhere, or nobody knows where. */
function relativeLinks(page: Page, handbook: Handbook): Untouched[] {
  return internalLinks(page, handbook)
    .filter(({ href }) => href !== '' && !/^[/#]/.test(href) && !isExternal(href))
    .filter((link) => resolutionsOf(link, page, handbook).every((each) => each.outcome !== 'found' && !each.page))
    .map((link) => ({
      path: page.path,
      range: link.target,
      written: page.text.slice(...link.target),
      kind: 'unsure',
      why: 'Nobody can say where this relative link leads, so it is left as it is.',
    }));
}

/** What moved files are called before the move: their paths, and the addresses of pages and served files. */
function namesOf(moves: readonly Move[], handbook: Handbook): ReadonlySet<string> {
  const paths = new Set(moves.map(({ from }) => from));
  const pages = [...paths].flatMap((path) => handbook.page(path)?.address ?? []);
  const files = [...handbook.files()].filter((address) => paths.has(handbook.fileAt(address) ?? ''));
  return new Set([...paths, ...pages.map(bare), ...files]);
}

/** Parameters of shortcodes and values of front matter that are such a name, and are no link. */
function mentions(names: ReadonlySet<string>, handbook: Handbook): Untouched[] {
  return handbook.pages.flatMap((page): Untouched[] => {
    const { shortcodes, frontMatter, links } = page.facts;
    const followed = new Set([
      ...handbook.includes(page).map(({ call }) => call.range[0]),
      ...links.map(({ target }) => target[0]),
    ]);
    const params = shortcodes
      .filter(({ name, range }) => !followed.has(range[0]) && name !== 'ref' && name !== 'relref')
      .flatMap(({ params }) => params.filter(({ value, range }) => names.has(bare(value)) && !followed.has(range[0])))
      .map(({ range }) => range);
    const isNamed = (value: unknown) =>
      [value].flat().some((each) => typeof each === 'string' && names.has(bare(each)));
    const values = Object.entries(frontMatter?.values ?? {})
      .filter(([key, value]) => key !== 'aliases' && key !== 'url' && isNamed(value))
      .flatMap(([key]): Range[] => {
        const range = frontMatter?.keys[key]?.value;
        return range === undefined ? [] : [range];
      });
    return [...params, ...values].map((range) => ({
      path: page.path,
      range,
      written: page.text.slice(...range),
      kind: 'unsure',
      why: NAMES_OLD_ADDRESS,
    }));
  });
}

function bare(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
