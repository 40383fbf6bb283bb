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
  const words: (string | null)[] = [];
  const numbers: number[] = [headings.length, anchors.length, shortcodes.length];
  const rank = ranks(facts);
  for (const { level, range, text, slug, slugIfSilent = null, id = null, scope, hasBody } of headings) {
    words.push(text, slug, slugIfSilent, id);
    numbers.push(level, rank(range[0]), rank(range[1]), scope, hasBody ? 1 : 0);
  }
  for (const { kind, id, range } of anchors) {
    words.push(kind, id);
    numbers.push(rank(range[0]), rank(range[1]));
  }
  for (const { name, delimiter, params, range, inner, place } of shortcodes) {
    words.push(name, delimiter, place);
    numbers.push(params.length, rank(range[0]), rank(range[1]));
    if (inner) numbers.push(rank(inner[0]), rank(inner[1]));
    else numbers.push(-1);
    for (const param of params) words.push(param.name, param.value);
  }
  return hashOf(
    JSON.stringify([frontMatter && [frontMatter.values, Object.keys(frontMatter.keys)], words, numbers.join()]),
  );
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
