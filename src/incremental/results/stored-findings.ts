import type { Finding, ShownFinding } from '../../lint/finding.ts';
import type { ShownRow } from '../../lint/results/finding-json.ts';
import type { KeptFindings, Mark } from '../../lint/results/page-result.ts';
import { NUMBERS } from './result-header.ts';

const BYTES = 5;
const FINDINGS = 6;
const ROW_BYTES = 7;

/** What a file of results holds of findings, column by column; pages are named by their place among all. */
export interface FindingColumns {
  readonly paths: readonly string[];
  /** Where the findings of each page end in the other columns; see `NUMBERS`. */
  readonly numbers: Uint32Array;
  readonly listed: Buffer;
  readonly rows: Buffer;
  readonly marks: readonly Mark[];
  /** Which of the marks each finding has. */
  readonly markNumbers: Uint32Array;
  readonly keys: () => readonly string[];
}

/** The findings from one page to another, which lie in a file until they are asked for. */
export class StoredFindings implements KeptFindings {
  readonly #columns: FindingColumns;
  readonly #first: number;
  readonly #last: number;

  constructor(columns: FindingColumns, first: number, last: number) {
    this.#columns = columns;
    this.#first = first;
    this.#last = last;
  }

  get length(): number {
    return this.#end(FINDINGS) - this.#start(FINDINGS);
  }

  get listed(): Buffer {
    return this.#columns.listed.subarray(this.#start(BYTES), this.#end(BYTES));
  }

  get rows(): Buffer {
    return this.#columns.rows.subarray(this.#start(ROW_BYTES), this.#end(ROW_BYTES));
  }

  get marks(): readonly Mark[] {
    const { marks, markNumbers } = this.#columns;
    const numbers = markNumbers.subarray(this.#start(FINDINGS), this.#end(FINDINGS));
    return Array.from(numbers, (number) => marks[number]!);
  }

  get keys(): readonly string[] {
    return this.#columns.keys().slice(this.#start(FINDINGS), this.#end(FINDINGS));
  }

  parse(): readonly Finding[] {
    const { keys } = this;
    const entries = parseList<Omit<Finding, 'key'>>(this.listed);
    return entries.map((entry, index) => ({ ...entry, key: keys[index]! }));
  }

  shown(): readonly ShownFinding[] {
    const { paths, numbers, marks, markNumbers } = this.#columns;
    const before = this.#start(FINDINGS);
    let page = this.#first;
    return parseList<ShownRow>(this.rows).map((row, index) => {
      const number = before + index;
      while (numbers[page * NUMBERS + FINDINGS]! <= number) page++;
      const { rule, severity } = marks[markNumbers[number]!]!;
      return { rule, severity, path: paths[page]!, place: row[0], message: row[1] };
    });
  }

  #start(which: number): number {
    return endOn(this.#columns, this.#first - 1, which);
  }

  #end(which: number): number {
    return endOn(this.#columns, this.#last, which);
  }
}

function endOn({ numbers }: FindingColumns, page: number, which: number): number {
  return numbers[page * NUMBERS + which] ?? 0;
}

/** Items of a JSON list, each behind a comma. */
function parseList<Item>(items: Buffer): readonly Item[] {
  return items.length === 0 ? [] : (JSON.parse(`[${items.toString('utf8', 1)}]`) as Item[]);
}
