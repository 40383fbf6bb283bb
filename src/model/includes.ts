import type { Include, Page } from './handbook.ts';
import { type IncludeGraph, isIncludable, MAX_DEPTH, MAX_INCLUDES } from './include-graph.ts';

/** The include calls on a page, each with what it brings. `names` are the shortcodes that insert files. */
export function includesOf(
  page: Page,
  names: ReadonlySet<string>,
  graph: IncludeGraph,
  pageAt: (path: string) => Page | undefined,
): readonly Include[] {
  let room = MAX_INCLUDES;
  return page.facts.shortcodes
    .filter((call) => call.place === 'content' && names.has(call.name))
    .map((call) => {
      const argument = call.params[0]?.value ?? '';
      const include = { from: page, call, argument };
      const target = graph.resolve(argument);
      if (target.kind === 'outside' || target.kind === 'missing') return { ...include, state: target };
      const included = pageAt(target.path);
      if (target.kind === 'not-markdown' || !included || !isIncludable(target.path)) {
        return { ...include, state: { kind: 'unread', why: 'not-markdown' } as const };
      }
      if (graph.isCircular(page.path, target.path)) {
        return { ...include, state: { kind: 'circular', chain: graph.circle(page.path, target.path) } as const };
      }
      const { size, depth } = graph.extent(target.path);
      if (size > room || depth >= MAX_DEPTH) {
        return { ...include, state: { kind: 'unread', why: 'too-many' } as const };
      }
      room -= size;
      return { ...include, state: { kind: 'found', page: included } as const };
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
