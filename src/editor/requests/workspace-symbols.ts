import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import { getOrInsert } from '../../collections/get-or-insert.ts';
import { frameworksOf } from '../../competencies/reading/read-framework.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { pageTypeOf } from '../../sections/page-type.ts';
import { gapsIn } from '../completion/rank.ts';
import { locationOf } from '../positions.ts';

interface Name {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly range?: Range;
}

const MOST = 200;
/** Read page by page, since a page's own text may change while no page moves. */
const knownNames = query('names for symbols', () => new WeakMap<Page, readonly Name[]>(), { lives: 'places' });

/** Pages, headings, roles, and departments × levels whose name has the letters of the query in their order; the nearest first. */
export function workspaceSymbols(query: string, handbook: Handbook): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found = [
    ...handbook.pages.flatMap((page) => namesOn(page, handbook).map((name) => ({ page, ...name }))),
    ...competencyPages(handbook),
  ].flatMap((each) => {
    const distance = distanceOf(wanted, each.name.toLowerCase());
    return distance === null ? [] : [{ ...each, distance }];
  });
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ page, name, kind, range }) => ({
      name,
      kind,
      location: locationOf(handbook, page.path, range),
      containerName: page.address ?? page.path,
    }));
}

/** The page's title and headings; read once for each of its texts. */
function namesOn(page: Page, handbook: Handbook): readonly Name[] {
  if (page.kind === 'redirects') return [];
  return getOrInsert(knownNames(handbook), page, () => {
    const type = pageTypeOf(page, handbook);
    const isRole = type?.kind === 'type' && type.type.type.name === 'role';
    return [
      { name: page.title, kind: isRole ? SymbolKind.Class : SymbolKind.File },
      ...page.facts.headings
        .filter(({ text }) => text.trim() !== '' && text !== page.title)
        .map(({ text, textRange }) => ({ name: text, kind: SymbolKind.String, range: textRange })),
    ];
  });
}

function competencyPages(handbook: Handbook): (Name & { readonly page: Page })[] {
  return frameworksOf(handbook).flatMap(({ pages }) =>
    pages.map(({ page, department, level }) => ({
      page,
      name: [department.name, level?.name].filter(Boolean).join(' × '),
      kind: SymbolKind.Enum,
    })),
  );
}

/** 0 for the same words, more the farther apart the letters stand; `null` when a letter is missing. */
function distanceOf(wanted: string, name: string): number | null {
  if (wanted === '') return name.length;
  const at = name.replace(/\s+/g, '').indexOf(wanted);
  if (at >= 0) return (at === 0 ? 0 : 50) + name.length - wanted.length;
  const gaps = gapsIn(wanted, name);
  return gaps === Number.POSITIVE_INFINITY ? null : 1000 + gaps;
}
