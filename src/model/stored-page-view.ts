import type { StoredPage } from '../incremental/page-store.ts';
import type { PageContent, PageFacts } from '../markdown/facts.ts';
import type { Place } from '../sites/hugo/addresses.ts';
import { ForeignFacts } from './face.ts';
import type { Page, PageKind } from './handbook.ts';
import { isForeign, noteFace, noteRead } from './reads.ts';

/** A page that reads what it says when asked. */
export class StoredPageView implements Page {
  readonly path: string;
  readonly kind: PageKind;
  readonly address: string | null;
  readonly unbuilt: Page['unbuilt'];
  readonly stored: StoredPage;
  readonly #place: Place;

  constructor(stored: StoredPage, place: Place) {
    this.path = stored.path;
    this.kind = place.kind;
    this.address = place.address;
    this.unbuilt = place.unbuilt;
    this.stored = stored;
    this.#place = place;
  }

  /** Whether it would be the same for these. */
  shows(stored: StoredPage, place: Place): boolean {
    return (
      this.stored === stored &&
      this.address === place.address &&
      this.unbuilt === place.unbuilt &&
      this.#place.kind === place.kind
    );
  }

  get title(): string {
    noteFace(this.path);
    const name = this.path.slice(this.path.lastIndexOf('/') + 1);
    return this.stored.digest.title ?? name.replace(/\.[^.]*$/, '');
  }

  get facts(): PageFacts {
    const facts = this.stored.facts();
    return isForeign(this.path) ? new ForeignFacts(this.path, facts) : facts;
  }

  get content(): PageContent {
    noteRead(this.path);
    return this.stored.content();
  }

  get text(): string {
    noteRead(this.path);
    return this.stored.text();
  }
}
