import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver/node';
import { rules } from '../../../rules/index.ts';
import { countBy } from '../../collections/groups.ts';
import { folderPrefix } from '../../files/paths.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { pageTypes } from '../../sections/page-type.ts';
import type { PageNow } from '../handbooks.ts';
import { type At, offsetIn } from '../positions.ts';
import { destinations, replacing, type Typed } from './destinations.ts';
import { type Writing, writingAt } from './place.ts';
import { best, named } from './rank.ts';

/** Characters after which an editor asks by itself. */
export const TRIGGERS = ['(', '/', '#', '"'];

/** What may be written at a place. The list is cut, so an editor asks again with every letter. */
export function completion(at: At, now: PageNow): CompletionList {
  const writing = writingAt(now.page, offsetIn(now.page, at.position), now.handbook);
  return { isIncomplete: true, items: writing === null ? [] : itemsFor(writing, now) };
}

function itemsFor(writing: Writing, now: PageNow): CompletionItem[] {
  const { page, handbook } = now;
  switch (writing.kind) {
    case 'destination':
      return destinations(writing, now);
    case 'include':
      return words(page, writing, includeArguments(handbook), CompletionItemKind.File);
    case 'control':
      return words(page, writing, writing.wants === 'verb' ? verbs : ruleIds, CompletionItemKind.Keyword);
    case 'key':
      return words(page, writing, keysNearby(page, handbook), CompletionItemKind.Property);
    case 'value':
      return words(page, writing, valuesOf(writing, page, handbook), CompletionItemKind.EnumMember);
  }
}

const verbs = ['disable', 'enable', 'ignore'];
const ruleIds = rules.map(({ id }) => id);

function words(page: Page, written: Typed, all: readonly string[], kind: CompletionItemKind): CompletionItem[] {
  const byName = all.map((word) => named(word, word));
  const put = replacing(page, written);
  return best(byName, written.typed).map((word, at) => ({
    label: word,
    kind,
    ...put(word, word, at),
  }));
}

function includeArguments({ pages, config }: Handbook): readonly string[] {
  const { root } = config.includes;
  return pages
    .filter(({ kind, path }) => kind === 'include' && (root === '' || path.startsWith(`${root}/`)))
    .map(({ path }) => (root === '' ? path : path.slice(root.length + 1)));
}

const NEIGHBOURS = 50;

/** The front matter keys of pages in the same folder, those that most of them have first, and the one that names a page's type. */
function keysNearby(page: Page, handbook: Handbook): readonly string[] {
  const own = new Set(Object.keys(page.facts.frontMatter?.keys ?? {}));
  const nearest = neighboursOf(page, handbook);
  const counts = countBy(nearest.flatMap(({ facts }) => Object.keys(facts.frontMatter?.keys ?? {})));
  const keys = [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  return [...new Set([...keys, 'title', 'pageType'])].filter((key) => !own.has(key));
}

/** The values that a key can have; of other keys than our own those that two or more pages in the same folder give it, the most used first. */
function valuesOf(writing: Writing & { readonly kind: 'value' }, page: Page, handbook: Handbook): readonly string[] {
  const { key, needsQuotes } = writing;
  if (key === 'draft') return ['true', 'false'];
  const quoted = (words: readonly string[]) => (needsQuotes ? words.map((word) => JSON.stringify(word)) : words);
  if (key === 'pageType') return quoted([...pageTypes(handbook).map(({ type }) => type.name), 'none']);
  const used = neighboursOf(page, handbook).flatMap(({ facts }) => [facts.frontMatter?.values[key]].flat());
  const counts = countBy(used.filter((value) => typeof value === 'string'));
  return quoted(
    [...counts]
      .filter(([, count]) => count > 1)
      .sort((a, b) => b[1] - a[1])
      .map(([value]) => value),
  );
}

function neighboursOf(page: Page, handbook: Handbook): readonly Page[] {
  const folder = folderPrefix(page.path);
  return handbook.pages.filter(({ path }) => path.startsWith(folder) && path !== page.path).slice(0, NEIGHBOURS);
}
