import type { Range, RawAnchor } from './facts.ts';
import type { FoundLink } from './layer/layer-facts.ts';
import { plainText } from './plain-text.ts';

/** Labels match without regard to case and the width of spaces. */
function label(written: string): string {
  return written.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** Definitions `[label]: href` and who uses them. */
export class References {
  readonly #definitions = new Map<string, { link: FoundLink; used: boolean }>();
  readonly #uses: { label: string; image: boolean; text: string }[] = [];

  /** The first definition of a label wins. */
  define(written: string, link: FoundLink): void {
    const name = label(written);
    if (!this.#definitions.has(name)) this.#definitions.set(name, { link, used: false });
  }

  use(written: string, image: boolean, text: string): void {
    this.#uses.push({ label: label(written), image, text });
  }

  /** The definitions in use, in the order of their first use, with the words of that. */
  resolve(): FoundLink[] {
    const links: FoundLink[] = [];
    for (const use of this.#uses) {
      const definition = this.#definitions.get(use.label);
      if (!definition || definition.used) continue;
      definition.used = true;
      if (use.image) definition.link.kind = 'image';
      definition.link.text = plainText(use.text);
      links.push(definition.link);
    }
    return links;
  }
}

/** Footnotes, which get ids as goldmark gives them. */
export class Footnotes {
  readonly #definitions = new Map<string, Range>();
  readonly #uses: { label: string; range: Range }[] = [];

  define(written: string, range: Range): void {
    const name = label(written);
    if (!this.#definitions.has(name)) this.#definitions.set(name, range);
  }

  use(written: string, range: Range): void {
    this.#uses.push({ label: label(written), range });
  }

  /** They are numbered in the order in which they are first called. */
  resolve(): RawAnchor[] {
    const anchors: RawAnchor[] = [];
    const numbers = new Map<string, { number: number; uses: number }>();
    for (const { label: name, range } of this.#uses) {
      const definition = this.#definitions.get(name);
      if (!definition) continue;
      let own = numbers.get(name);
      if (!own) {
        own = { number: numbers.size + 1, uses: 0 };
        numbers.set(name, own);
        anchors.push({ kind: 'footnote', id: `fn:${own.number}`, range: definition });
      }
      anchors.push({ kind: 'footnote', id: `fnref${own.uses === 0 ? '' : own.uses}:${own.number}`, range });
      own.uses += 1;
    }
    return anchors;
  }
}
