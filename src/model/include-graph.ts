import { addToGroup } from '../collections/groups.ts';
import type { HandbookConfig } from '../config/config.ts';
import { includeRoot } from '../config/include-by.ts';
import { endingOf, joinInside, nameOf } from '../files/paths.ts';
import type { PageSummary } from './page-summary.ts';
import { lookupKey, type Place } from './place.ts';

/** Where an include call leads, by its argument alone. */
type IncludeTarget =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'not-markdown'; readonly path: string }
  /** In a folder without permission. */
  | { readonly kind: 'forbidden' }
  /** Its template looks for a page, and shows nothing where there is none; or what is there is unknown. */
  | { readonly kind: 'nothing' };

/** More includes than this on one page, those in includes counted, are not followed. */
export const MAX_INCLUDES = 2000;
/** Includes in includes are followed this deep. */
export const MAX_INCLUDE_DEPTH = 50;

/** Which files include which: who shows an include, which includes lead in a circle, how large an expansion gets. */
export class IncludeGraph {
  readonly #config: HandbookConfig;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #assets: ReadonlySet<string>;
  readonly #edges = new Map<string, readonly string[]>();
  readonly #users = new Map<string, string[]>();
  readonly #unlisted = new Set<string>();
  readonly #logicalPath: (path: string) => string;
  #logical: ReadonlyMap<string, string> | null = null;
  #names: Map<string, string[]> | null = null;
  #circles: ReadonlyMap<string, number> | null = null;
  readonly #sizes = new Map<string, { readonly size: number; readonly depth: number }>();

  constructor(
    config: HandbookConfig,
    places: ReadonlyMap<string, Place>,
    summaries: ReadonlyMap<string, PageSummary>,
    assets: ReadonlySet<string>,
    logicalPath: (path: string) => string,
  ) {
    this.#logicalPath = logicalPath;
    this.#config = config;
    this.#places = places;
    this.#assets = assets;
    places.forEach(({ language }, path) => {
      const calls = summaries.get(path)?.calls;
      if (!calls) return;
      const targets: string[] = [];
      for (const [name, argument] of calls) {
        const target = this.resolve(argument, name, language);
        if (target.kind === 'found') targets.push(target.path);
        else if (target.kind === 'not-markdown') this.#unlisted.add(target.path);
      }
      this.#edges.set(path, targets);
      for (const target of new Set(targets)) addToGroup(this.#users, target, path);
    });
  }

  /** `language`: that of the page with the call, if it is not the main one. */
  resolve(argument: string, name: string, language: string | undefined): IncludeTarget {
    const by = this.#config.includes.by[name];
    if (by?.from === 'content') {
      const page = this.#pageAt(argument, language);
      return page === undefined ? { kind: 'nothing' } : { kind: 'found', path: page };
    }
    const path = includePath(argument, includeRoot(this.#config, name));
    if (path === null) return { kind: 'outside' };
    if (this.#places.has(path)) return { kind: 'found', path };
    if (this.#assets.has(path)) return { kind: 'not-markdown', path };
    for (const [folder, isForbidden] of Object.entries(this.#config.unread ?? {}))
      if (path.startsWith(`${folder}/`)) return { kind: isForbidden ? 'forbidden' : 'nothing' };
    return { kind: 'missing', path };
  }

  /** The page that `GetPage` finds from the top of content. */
  #pageAt(argument: string, language: string | undefined): string | undefined {
    this.#logical ??= new Map(
      [...this.#places].flatMap(([path, place]) =>
        place.logical === null ? [] : [[lookupKey(place.logical, place.language), path]],
      ),
    );
    const logical = this.#logicalPath(`/${argument.replace(/^\/+/, '')}`);
    const found = this.#logical.get(lookupKey(logical, language));
    return found !== undefined || argument.includes('/') ? found : this.#pageNamed(logical.slice(1), language);
  }

  /** The only page of a name, which `site.GetPage` finds in any folder. Run with Hugo 0.131 and 0.169. */
  #pageNamed(name: string, language: string | undefined): string | undefined {
    if (this.#names === null) {
      this.#names = new Map();
      for (const [path, { logical, language: own }] of this.#places)
        if (logical !== null) addToGroup(this.#names, lookupKey(nameOf(logical), own), path);
    }
    const [only, ...others] = this.#names.get(lookupKey(name, language)) ?? [];
    return others.length > 0 ? undefined : only;
  }

  /** Files that include calls name and that are no pages so far, since they lie outside of the include folders; sorted. */
  unlisted(): readonly string[] {
    return [...this.#unlisted].sort();
  }

  /** Files that have an include call to this one themselves. */
  users(path: string): readonly string[] {
    return this.#users.get(path) ?? [];
  }

  /** Whether the call's target leads back to the file that the call stands in. */
  isCircular(from: string, target: string): boolean {
    this.#circles ??= circles(this.#edges);
    const circle = this.#circles.get(from);
    return from === target || (circle !== undefined && circle === this.#circles.get(target));
  }

  /** The way from a file over its call's target back to itself, both ends named. */
  circle(from: string, target: string): readonly string[] {
    const cameFrom = new Map<string, string>();
    const queue = from === target ? [] : [target];
    for (let i = 0; i < queue.length && !cameFrom.has(from); i++) {
      for (const next of this.#edges.get(queue[i]!) ?? []) {
        if (cameFrom.has(next) || next === target || !this.isCircular(from, next)) continue;
        cameFrom.set(next, queue[i]!);
        queue.push(next);
      }
    }
    const back = [from];
    for (let step = cameFrom.get(from); step !== undefined; step = cameFrom.get(step)) back.push(step);
    return [from, ...back.reverse()];
  }

  /** How many files an include brings, itself counted, and how deep they are nested; circles are left out. */
  extent(path: string): { readonly size: number; readonly depth: number } {
    const stack = [path];
    while (stack.length > 0) {
      const here = stack.at(-1)!;
      if (this.#sizes.has(here)) {
        stack.pop();
        continue;
      }
      const below = (this.#edges.get(here) ?? []).filter((next) => !this.isCircular(here, next));
      const waiting = below.find((next) => !this.#sizes.has(next));
      if (waiting !== undefined) {
        stack.push(waiting);
        continue;
      }
      let size = 1;
      let depth = 0;
      for (const next of below) {
        const inner = this.#sizes.get(next)!;
        // What is cut on the include itself counts no more than its bound.
        if (inner.depth < MAX_INCLUDE_DEPTH && size + inner.size <= MAX_INCLUDES) size += inner.size;
        depth = Math.max(depth, inner.depth + 1);
      }
      this.#sizes.set(here, { size, depth });
      stack.pop();
    }
    return this.#sizes.get(path)!;
  }
}

/** The file that an include call means, or `null` when its argument leads out of the root. */
function includePath(argument: string, root: string): string | null {
  if (argument.includes('\0') || /^[A-Za-z]:[\\/]/.test(argument)) return null;
  return joinInside(root, argument.replaceAll('\\', '/'));
}

/** Whether an included file is read as Markdown. */
export function isIncludable(path: string): boolean {
  const ending = endingOf(path);
  return ending === 'md' || ending === 'markdown';
}

/** Tarjan's strongly connected components, without recursion; only those of more than one file, or with a loop. */
function circles(edges: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found = new Map<string, number>();
  for (const start of edges.keys()) {
    if (order.has(start)) continue;
    const work = [{ node: start, next: 0 }];
    enter(start);
    while (work.length > 0) {
      const frame = work.at(-1)!;
      const target = edges.get(frame.node)?.[frame.next++];
      if (target !== undefined) {
        if (!order.has(target)) {
          enter(target);
          work.push({ node: target, next: 0 });
        } else if (isOpen.has(target)) low.set(frame.node, Math.min(low.get(frame.node)!, order.get(target)!));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node)!, low.get(frame.node)!));
      if (low.get(frame.node) === order.get(frame.node)) close(frame.node);
    }
  }
  return found;

  function enter(node: string): void {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
  }

  function close(node: string): void {
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) {
      isOpen.delete(member);
      if (members.length > 1) found.set(member, order.get(node)!);
    }
  }
}
