import type { FrontMatter, PageFacts, Range } from '../markdown/facts.ts';
import { hashOf } from './checksum.ts';
import { noteRead } from './reads.ts';

/**
 * A hash of what other pages see of a page without reading its prose and links: front matter, headings, ids and
 * shortcode calls, and how they lie to each other. Where exactly they stand does not count, so that editing a sentence
 * leaves a page's face as it was.
 */
export function faceOf(facts: PageFacts): string {
  const { frontMatter, headings, anchors, shortcodes } = facts;
  const offsets = new Set<number>();
  const collect = ([start, end]: Range) => offsets.add(start).add(end);
  for (const each of [...headings, ...anchors, ...shortcodes]) collect(each.range);
  for (const { inner } of shortcodes) if (inner) collect(inner);
  const ranks = new Map([...offsets].sort((a, b) => a - b).map((offset, rank) => [offset, rank]));
  const rank = (range: Range | null) => range && [ranks.get(range[0]), ranks.get(range[1])];
  return hashOf(
    JSON.stringify([
      frontMatter && [frontMatter.values, Object.keys(frontMatter.keys)],
      headings.map(({ level, range, text, slug, slugIfSilent, id, scope, hasBody }) => [
        level,
        rank(range),
        text,
        slug,
        slugIfSilent ?? null,
        id ?? null,
        scope,
        hasBody,
      ]),
      anchors.map(({ kind, id, range }) => [kind, id, rank(range)]),
      shortcodes.map(({ name, delimiter, params, range, inner, place }) => [
        name,
        delimiter,
        params.map((param) => [param.name, param.value]),
        rank(range),
        rank(inner),
        place,
      ]),
    ]),
  );
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
