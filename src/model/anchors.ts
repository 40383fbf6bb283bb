import { getOrInsert } from '../collections/get-or-insert.ts';
import type { InnerText } from '../config/hugo-settings.ts';
import type { Heading, PageFacts, Range, ShortcodeCall } from '../markdown/facts.ts';
import { callsIn } from '../markdown/shortcodes/calls-in.ts';
import type { Anchor, Anchors, Include, Page } from './handbook.ts';
import type { HeadingIds } from './heading-ids.ts';
import { isRenderedFirst, shownBy } from './hidden.ts';
import { Numbering } from './numbering.ts';
import { assumedSilent, printedIds, type ShortcodeEffects } from './shortcodes.ts';

/** What is needed of the handbook to know a page's anchors. */
interface AnchorSources {
  includes(page: Page): readonly Include[];
  readonly effects: ShortcodeEffects;
  readonly ids: HeadingIds;
  /** Shortcodes that do not show what stands between their tags. */
  readonly inner: InnerText;
}

/** All ids of a page as built: headings numbered across its includes, raw ids, ids that shortcodes print. */
export function collectAnchors(page: Page, sources: AnchorSources): Anchors {
  const ids = new Map<string, Anchor>();
  const generatedBy: ShortcodeCall[] = [];
  const collected: Collected = { sources, ids, generatedBy, isAssumed: false };
  expand(page, new Numbering(sources.ids.numbered), collected);
  return { ids, generatedBy, isAssumed: collected.isAssumed };
}

interface Collected {
  readonly sources: AnchorSources;
  readonly ids: Map<string, Anchor>;
  readonly generatedBy: ShortcodeCall[];
  isAssumed: boolean;
}

/** `numbered`: the numbering that the file takes part in. */
function expand(page: Page, numbered: Numbering, collected: Collected): void {
  const { facts } = page;
  const { headings } = facts;
  if (facts.anchors.length === 0 && facts.shortcodes.length === 0) {
    headings.forEach((heading, index) => {
      addHeading(page, heading, index, numbered, collected);
    });
    return;
  }
  const numberings = new Map<number, Numbering>([[0, numbered]]);
  const included = new Map<number, Page>();
  for (const { call, state } of collected.sources.includes(page)) {
    if (state.kind === 'found') included.set(call.range[0], state.page);
  }
  const shownAt = shownBy(facts, collected.sources.inner);
  const scopeAt = scopesIn(facts, collected.sources.inner);
  for (const event of inOrder(facts)) {
    const scope = scopeAt(event.at);
    const shown = shownAt?.(event.at) ?? 'markdown';
    if (shown === 'hidden' || (shown === 'verbatim' && isOfMarkdown(event, facts))) continue;
    if (event.kind === 'heading') {
      const heading = headings[event.index]!;
      addHeading(page, heading, event.index, numberingOf(numberings, scope, collected), collected);
    } else if (event.kind === 'anchor') {
      const { kind, id } = facts.anchors[event.index]!;
      if (kind === 'term') add(collected.ids, rawAnchor(numberingOf(numberings, 0, collected).next(id), page));
      else if ((kind !== 'attribute' && kind !== 'fence') || collected.sources.ids.hasAttributes)
        add(collected.ids, rawAnchor(id, page));
    } else {
      const call = facts.shortcodes[event.index]!;
      if (call.place !== 'content') continue;
      const target = included.get(call.range[0]);
      if (target) {
        expand(
          target,
          call.delimiter === '%' ? numberingOf(numberings, scope, collected) : newNumbering(collected),
          collected,
        );
        continue;
      }
      const effect = collected.sources.effects.of(call);
      if (effect.isGenerating) collected.generatedBy.push(call);
      if (effect === assumedSilent) collected.isAssumed = true;
      for (const id of printedIds(call, effect)) add(collected.ids, rawAnchor(id, page));
    }
  }
}

function addHeading(
  page: Page,
  heading: Heading,
  index: number,
  numbering: Numbering,
  { ids, generatedBy, sources }: Collected,
): void {
  const { path } = page;
  const site = sources.ids;
  if (heading.id !== undefined && site.hasAttributes) {
    numbering.take(heading.id);
    if (site.isShown?.(heading, page) === false) return;
    add(ids, { id: heading.id, path, heading: heading.text, headingIndex: index, positional: false });
    return;
  }
  let slug = site.slugOf(heading, page);
  if (slug === null) {
    const inside = callsIn(page.facts.shortcodes, heading.range).filter(({ range }) => range[1] <= heading.range[1]);
    // What `{{< >}}` leaves in an id changes from build to build; what `{{% %}}` prints is in it, but unknown here.
    const isKnown = inside.every((call) => sources.effects.printsNothing(call));
    if (!site.hasShortcodes) generatedBy.push(...inside);
    else if (!isKnown) generatedBy.push(...inside.filter(({ delimiter }) => delimiter === '%'));
    // Nothing is called missing from a page of unknown ids, so the likely one may count as there.
    if (heading.slugIfSilent === undefined) return;
    slug = heading.slugIfSilent;
  }
  if (slug === '') return;
  const id = numbering.next(slug);
  if (site.isShown?.(heading, page) === false) return;
  add(ids, { id, path, heading: heading.text, headingIndex: index, positional: id !== slug });
}

interface Event {
  readonly kind: 'heading' | 'anchor' | 'shortcode';
  readonly index: number;
  readonly at: number;
}

function inOrder(facts: PageFacts): readonly Event[] {
  const events: Event[] = [];
  const add = (kind: Event['kind'], items: readonly { readonly range: Range }[]) => {
    items.forEach(({ range }, index) => {
      events.push({ kind, index, at: range[0] });
    });
  };
  add('heading', facts.headings);
  add('anchor', facts.anchors);
  add('shortcode', facts.shortcodes);
  return events.sort((a, b) => a.at - b.at);
}

/** Whether it is there only where the text is read as Markdown. */
function isOfMarkdown({ kind, index }: Event, { anchors }: PageFacts): boolean {
  if (kind !== 'anchor') return kind === 'heading';
  const of = anchors[index]!.kind;
  return of !== 'html-id' && of !== 'html-name';
}

function newNumbering({ sources }: Collected): Numbering {
  return new Numbering(sources.ids.numbered);
}

function numberingOf(numberings: Map<number, Numbering>, scope: number, collected: Collected): Numbering {
  return getOrInsert(numberings, scope, () => newNumbering(collected));
}

/**
 * Says which text that is rendered on its own, and numbers its ids from the start, an offset stands in; 0: in none. To be asked with
 * growing offsets.
 */
function scopesIn({ shortcodes }: PageFacts, inner: InnerText): (offset: number) => number {
  const open: { readonly end: number; readonly scope: number }[] = [];
  let next = 0;
  const close = (before: number) => {
    while ((open.at(-1)?.end ?? before) < before) open.pop();
  };
  return (offset) => {
    for (; next < shortcodes.length && shortcodes[next]!.range[0] < offset; next += 1) {
      const call = shortcodes[next]!;
      if (call.inner === null) continue;
      close(call.range[0]);
      const isApart = call.delimiter === '<' || isRenderedFirst(call, open.length > 0, inner);
      open.push({ end: call.inner[1], scope: isApart ? next + 1 : 0 });
    }
    close(offset);
    return open.at(-1)?.scope ?? 0;
  };
}

function rawAnchor(id: string, page: Page): Anchor {
  return { id, path: page.path, heading: null, headingIndex: null, positional: false };
}

function add(ids: Map<string, Anchor>, anchor: Anchor): void {
  if (anchor.id !== '' && !ids.has(anchor.id)) ids.set(anchor.id, anchor);
}
