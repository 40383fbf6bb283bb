import type { HeadingIds } from './heading-ids.ts';

/** Ids in use, as a site numbers them. Numbers only grow, so each count goes on where the last one stopped. */
export class Numbering {
  readonly #numbered: HeadingIds['numbered'];
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(numbered: HeadingIds['numbered']) {
    this.#numbered = numbered;
  }

  take(id: string): void {
    this.#taken.add(id);
  }

  next(base: string): string {
    let id = base;
    let count = this.#counts.get(base) ?? 0;
    // Where numbers make no new id, as in HonKit, the same one is given again.
    const last = count + this.#taken.size;
    while (this.#taken.has(id) && count < last) {
      count++;
      id = this.#numbered(base, count);
    }
    if (count > 0) this.#counts.set(base, count - 1);
    this.#taken.add(id);
    return id;
  }
}
