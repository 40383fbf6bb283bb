import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares a report with the file that holds what was read and found right; UPDATE_GOLDEN=1 writes it anew. */
export function expectGolden(report: string, file: URL): void {
  const golden = new Golden(file);
  golden.expect(report);
  golden.end();
}

/** A report that is compared part by part, so that the first part that differs is the one that is shown. */
export class Golden {
  readonly #file: URL;
  readonly #isWritten = process.env.UPDATE_GOLDEN === '1';
  readonly #wanted: string;
  #said = '';

  constructor(file: URL) {
    this.#file = file;
    this.#wanted = !this.#isWritten && existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** The next part of the report: a line that names it, and lines below that begin with a blank. */
  expect(part: string): void {
    const at = this.#said.length;
    this.#said += part;
    if (this.#isWritten || this.#wanted.startsWith(part, at)) return;
    const next = /\n(?=[^\s])/.exec(this.#wanted.slice(at));
    expect(part).toBe(this.#wanted.slice(at, next === null ? undefined : at + next.index + 1));
  }

  end(): void {
    if (this.#isWritten) writeFileSync(this.#file, this.#said);
    else expect(this.#said.length, 'nothing is left of the file').toBe(this.#wanted.length);
  }
}
