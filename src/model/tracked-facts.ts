import type { FrontMatter, PageFacts } from '../markdown/facts.ts';
import type { PageSource } from './page-source.ts';
import { trackContent, trackInterface } from './reads.ts';

/** The facts of a page. Reading one of them is recorded (`reads.ts`) as reading the page's interface or its content. */
export class TrackedFacts implements PageFacts {
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
