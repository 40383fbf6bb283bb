import { nameOf, withoutEnding } from '../files/paths.ts';
import type { PageContent, PageFacts } from '../markdown/facts.ts';
import type { Page } from './handbook.ts';
import type { PageSource } from './page-source.ts';
import type { PageSummary } from './page-summary.ts';
import type { PageKind, Place } from './place.ts';
import { trackContent } from './reads.ts';
import { TrackedFacts } from './tracked-facts.ts';

/** A page at its place, which asks its source for what it says. */
export class PageView implements Page {
  readonly path: string;
  readonly kind: PageKind;
  readonly address: string | null;
  readonly unbuilt: Page['unbuilt'];
  readonly language: string;
  readonly facts: PageFacts;
  readonly source: PageSource;
  readonly #place: Place;

  constructor(source: PageSource, place: Place) {
    this.path = source.path;
    this.kind = place.kind;
    this.address = place.address;
    this.unbuilt = place.unbuilt;
    this.language = place.language ?? '';
    this.source = source;
    this.facts = new TrackedFacts(source);
    this.#place = place;
  }

  /** Whether a view of this source at this place would be equal. */
  shows(source: PageSource, place: Place): boolean {
    return (
      this.source === source &&
      this.address === place.address &&
      this.unbuilt === place.unbuilt &&
      this.language === (place.language ?? '') &&
      this.#place.kind === place.kind
    );
  }

  get summary(): PageSummary {
    return this.source.summary;
  }

  /** Where pages are, and what they are called, is seen by all: nobody is noted down to have read it. */
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
