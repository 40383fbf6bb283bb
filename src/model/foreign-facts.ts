import type { FrontMatter, PageFacts } from '../markdown/facts.ts';
import { noteFace, noteRead } from './reads.ts';

/** Another page's facts: it is noted when its face is seen, and when more is read. */
export class ForeignFacts implements PageFacts {
  readonly #path: string;
  readonly #facts: PageFacts;

  constructor(path: string, facts: PageFacts) {
    this.#path = path;
    this.#facts = facts;
  }

  get frontMatter(): FrontMatter | null {
    noteFace(this.#path);
    return this.#facts.frontMatter;
  }

  get headings(): PageFacts['headings'] {
    noteFace(this.#path);
    return this.#facts.headings;
  }

  get anchors(): PageFacts['anchors'] {
    noteFace(this.#path);
    return this.#facts.anchors;
  }

  get shortcodes(): PageFacts['shortcodes'] {
    noteFace(this.#path);
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
