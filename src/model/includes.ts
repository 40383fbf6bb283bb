import type { HandbookConfig } from '../config/config.ts';
import { includeArgument } from '../config/include-by.ts';
import type { Include, Page } from './handbook.ts';
import { type IncludeGraph, isIncludable, MAX_INCLUDE_DEPTH, MAX_INCLUDES } from './include-graph.ts';

/** The include calls on a page, each with the page it inserts or why it inserts none. The configuration says which shortcodes insert files, and how. */
export function includesOf(
  page: Page,
  { shortcodes, by }: HandbookConfig['includes'],
  graph: IncludeGraph,
  pageAt: (path: string) => Page | undefined,
): readonly Include[] {
  let room = MAX_INCLUDES;
  return page.facts.shortcodes
    .filter((call) => call.place === 'content' && shortcodes.includes(call.name))
    .filter(({ name, delimiter }) => by[name] === undefined || by[name].delimiter === delimiter)
    .flatMap((call): readonly Include[] => {
      const argument = includeArgument(call.params, by[call.name]?.parameter);
      const include = { from: page, call, argument };
      const target = graph.resolve(argument, call.name, page.language);
      if (target.kind === 'nothing') return [];
      if (target.kind === 'outside' || target.kind === 'missing') return [{ ...include, state: target }];
      if (target.kind === 'forbidden') return [{ ...include, state: { kind: 'unread', why: 'forbidden' } }];
      const included = pageAt(target.path);
      if (target.kind === 'not-markdown' || !included || !isIncludable(target.path)) {
        return [{ ...include, state: { kind: 'unread', why: 'not-markdown' } }];
      }
      if (graph.isCircular(page.path, target.path)) {
        return [{ ...include, state: { kind: 'circular', chain: graph.circle(page.path, target.path) } }];
      }
      const { size, depth } = graph.extent(target.path);
      if (size > room || depth >= MAX_INCLUDE_DEPTH) {
        return [{ ...include, state: { kind: 'unread', why: 'too-many' } }];
      }
      room -= size;
      return [{ ...include, state: { kind: 'found', page: included } }];
    });
}

/** Pages with an address that show a file, directly or through includes; sorted. */
export function pagesShowing(
  path: string,
  graph: IncludeGraph,
  hasAddress: (path: string) => boolean,
): readonly string[] {
  const seen = new Set([path]);
  const queue = [path];
  const shown: string[] = [];
  for (let i = 0; i < queue.length; i++) {
    for (const user of graph.users(queue[i]!)) {
      if (seen.has(user)) continue;
      seen.add(user);
      queue.push(user);
      if (hasAddress(user)) shown.push(user);
    }
  }
  return shown.sort();
}
