import { nameOf, withoutEnding } from '../files/paths.ts';
import type { FrontMatter, PageContent, PageFacts } from '../markdown/facts.ts';
import type { Page } from './handbook.ts';
import type { PageSource } from './page-source.ts';
import type { PageSummary } from './page-summary.ts';
import type { PageKind, Place } from './place.ts';
import { trackContent, trackInterface } from './reads.ts';

/** A page of the model: its place on the site, and its facts, which are asked of its source when needed. */
export class PageView implements Page {
  readonly path: string;
  readonly source: PageSource;
  readonly #place: Place;
  #facts: PageFacts | undefined;

  constructor(source: PageSource, place: Place) {
    this.path = source.path;
    this.source = source;
    this.#place = place;
  }

  /** Whether this view is what a new view of this source at this place would be. */
  shows(source: PageSource, place: Place): boolean {
    return (
      this.source === source &&
      this.address === place.address &&
      this.unbuilt === place.unbuilt &&
      this.language === (place.language ?? '') &&
      this.#place.kind === place.kind
    );
  }

  get kind(): PageKind {
    return this.#place.kind;
  }

  get address(): string | null {
    return this.#place.address;
  }

  get unbuilt(): Page['unbuilt'] {
    return this.#place.unbuilt;
  }

  get language(): string {
    return this.#place.language ?? '';
  }

  /** Of most pages nobody asks for them. */
  get facts(): PageFacts {
    this.#facts ??= new TrackedFacts(this.source);
    return this.#facts;
  }

  get summary(): PageSummary {
    return this.source.summary;
  }

  /** Not recorded as read: places and titles are known for all pages, and a change of one of them is noticed for all. */
  get title(): string {
    return this.summary.title ?? this.summary.heading ?? withoutEnding(nameOf(this.path));
  }

  get content(): PageContent {
    trackContent(this.path);
    return this.source.content();
  }

  get text(): string {
    trackContent(this.path);
    return this.source.text();
  }
}

/** The facts of a page. Reading one of them is recorded (`reads.ts`) as reading the page's interface or its content. */
class TrackedFacts implements PageFacts {
  readonly #source: PageSource;

  constructor(source: PageSource) {
    this.#source = source;
  }

  get frontMatter(): FrontMatter | null {
    return this.#interface().frontMatter;
  }

  get headings(): PageFacts['headings'] {
    return this.#interface().headings;
  }

  get anchors(): PageFacts['anchors'] {
    return this.#interface().anchors;
  }

  get shortcodes(): PageFacts['shortcodes'] {
    return this.#interface().shortcodes;
  }

  get links(): PageFacts['links'] {
    return this.#content().links;
  }

  get externalLinks(): PageFacts['externalLinks'] {
    return this.#content().externalLinks;
  }

  get externalHosts(): PageFacts['externalHosts'] {
    return this.#content().externalHosts;
  }

  get controls(): PageFacts['controls'] {
    return this.#content().controls;
  }

  get problems(): PageFacts['problems'] {
    return this.#content().problems;
  }

  #interface(): PageFacts {
    trackInterface(this.#source.path);
    return this.#source.facts();
  }

  #content(): PageFacts {
    trackContent(this.#source.path);
    return this.#source.facts();
  }
}
