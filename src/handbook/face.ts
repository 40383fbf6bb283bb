import type { FrontMatter, PageFacts } from '../markdown/facts.ts';
import { countUntil } from '../markdown/ranges.ts';
import { hashOf } from './checksum.ts';
import { noteRead } from './reads.ts';

/**
 * A hash of what other pages see of a page without reading its prose and links: front matter, headings, ids and
 * shortcode calls, and how they lie to each other. Where exactly they stand does not count, so that editing a sentence
 * leaves a page's face as it was.
 */
export function faceOf(facts: PageFacts): string {
  const { frontMatter, headings, anchors, shortcodes } = facts;
  const seen: unknown[] = [headings.length, anchors.length, shortcodes.length];
  if (frontMatter) seen.push(frontMatter.values, Object.keys(frontMatter.keys));
  // Headings by themselves stand one below the other.
  const rank = anchors.length + shortcodes.length > 0 ? ranks(facts) : undefined;
  for (const { level, range, text, slug, slugIfSilent, id, scope, hasBody } of headings) {
    seen.push(text, slug, hasBody ? level : -level);
    if (slug === null || id !== undefined || scope !== 0) seen.push([slugIfSilent, id, scope]);
    if (rank) seen.push(rank(range[0]), rank(range[1]));
  }
  if (rank) {
    for (const { kind, id, range } of anchors) seen.push(kind, id, rank(range[0]), rank(range[1]));
    for (const { name, delimiter, params, range, inner, place } of shortcodes) {
      seen.push(name, delimiter, place, params.length, rank(range[0]), rank(range[1]));
      if (inner) seen.push(rank(inner[0]), rank(inner[1]));
      else seen.push(-1);
      for (const param of params) seen.push(param.name, param.value);
    }
  }
  return hashOf(JSON.stringify(seen));
}

/** How many of the places where something starts or ends come before an offset. */
function ranks({ headings, anchors, shortcodes }: PageFacts): (offset: number) => number {
  const offsets: number[] = [];
  for (const { range } of headings) offsets.push(range[0], range[1]);
  for (const { range } of anchors) offsets.push(range[0], range[1]);
  for (const { range, inner } of shortcodes) {
    offsets.push(range[0], range[1]);
    if (inner) offsets.push(inner[0], inner[1]);
  }
  const sorted = new Int32Array(offsets).sort();
  return (offset) => countUntil(sorted.length, (index) => sorted[index]! < offset);
}

/** Another page's facts: when more than its face is read, that is noted. */
export class ForeignFacts implements PageFacts {
  readonly #path: string;
  readonly #facts: PageFacts;

  constructor(path: string, facts: PageFacts) {
    this.#path = path;
    this.#facts = facts;
  }

  get frontMatter(): FrontMatter | null {
    return this.#facts.frontMatter;
  }

  get headings(): PageFacts['headings'] {
    return this.#facts.headings;
  }

  get anchors(): PageFacts['anchors'] {
    return this.#facts.anchors;
  }

  get shortcodes(): PageFacts['shortcodes'] {
    return this.#facts.shortcodes;
  }

  get links(): PageFacts['links'] {
    noteRead(this.#path);
    return this.#facts.links;
  }

  get externalLinks(): PageFacts['externalLinks'] {
    noteRead(this.#path);
    return this.#facts.externalLinks;
  }

  get controls(): PageFacts['controls'] {
    noteRead(this.#path);
    return this.#facts.controls;
  }

  get problems(): PageFacts['problems'] {
    noteRead(this.#path);
    return this.#facts.problems;
  }
}
