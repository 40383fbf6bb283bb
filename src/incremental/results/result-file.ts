import { getOrInsert } from '../../collections/get-or-insert.ts';
import { once } from '../../collections/once.ts';
import { Checksum } from '../../files/checksum.ts';
import type { Finding } from '../../lint/finding.ts';
import { findingAsJson, shownAsJson } from '../../lint/results/finding-json.ts';
import type { KeptFindings, Mark } from '../../lint/results/page-result.ts';
import { sumUp } from '../../lint/results/result.ts';
import { bytesOf, joinTexts, writeChecked } from '../cache/checked-file.ts';
import type { CachedPageResult, CachedResults } from './cached-results.ts';
import { type Header, NUMBERS, START } from './result-header.ts';
import { writeSeenInterfaces } from './seen-interfaces.ts';

/**
 * Puts results into a file, part by part; `key` names what they were found by (code, levels). First comes what only a run asks for in
 * which something has changed, and last where the rest begins.
 */
export function* writeResults(key: string, known: CachedResults): Generator<Uint8Array> {
  const { snapshot, site, config, until, surroundings, read, pages } = known;
  // Each part is made when it is written: of 100,000 pages, all together would take as much memory as what was found.
  const asides: Header['asides'][number][] = [];
  for (const make of [() => [snapshot?.listings?.() ?? new Uint8Array()], () => known.placement ?? []]) {
    const sum = new Checksum();
    let length = 0;
    for (const piece of make()) {
      sum.add(piece);
      length += piece.length;
      yield piece;
    }
    asides.push({ length, sum: sum.value });
  }
  const results = [...pages.values()];
  const columns: Columns = { numbers: new Uint32Array(results.length * NUMBERS), rows: [], keys: [], marks: [] };
  const { numbers, rows, keys, marks } = columns;
  // Few findings differ in what they are counted by.
  const counted = once(() => [...new Set(marks)]);
  const header = (): Header => ({
    key,
    given: snapshot?.given ?? null,
    site,
    config,
    until: Number.isFinite(until) ? until : null,
    surroundings,
    read: [...read],
    pages: pages.size,
    summary: sumUp(results, null, marks),
    marks: counted(),
    asides,
  });
  yield* writeChecked([
    writeFindings(results, columns),
    rows,
    made(() => bytesOf(numbers)),
    made(() => bytesOf(Uint32Array.from(marks, (mark) => counted().indexOf(mark)))),
    made(() => joinTexts(keys)),
    made(() => bytesOf(snapshot?.stats ?? new Float64Array())),
    made(() => joinTexts(snapshot?.paths ?? pages.keys())),
    made(() => joinTexts(results.map((result) => result.key))),
    made(() => Buffer.from(JSON.stringify(header()))),
    ...writeSeenInterfaces(known).map(made),
  ]);
  const start = Buffer.alloc(START);
  start.writeUInt32LE(asides.reduce((sum, { length }) => sum + length, 0));
  yield start;
}

function* made(part: () => Uint8Array): Generator<Uint8Array> {
  yield part();
}

/** What is written of pages and of their findings besides the findings themselves. */
interface Columns {
  readonly numbers: Uint32Array;
  readonly rows: Uint8Array[];
  readonly keys: string[];
  /** Of findings that are counted alike, the same object. */
  readonly marks: Mark[];
}

/** The findings one by one; what else there is to say goes into the other columns: whoever packs many findings unpacks them once. */
function* writeFindings(results: readonly CachedPageResult[], columns: Columns): Generator<Uint8Array> {
  const marked = new Map<string, Mark>();
  let [end, rowsEnd] = [0, 0];
  for (const [index, { findings, links, unknownSections, isPage }] of results.entries()) {
    // Most pages have none.
    if (findings.length > 0) {
      const { listed, rows, marks, keys } = 'listed' in findings ? findings : written(findings);
      end += listed.length;
      rowsEnd += rows.length;
      columns.rows.push(rows);
      for (const { rule, severity } of marks)
        columns.marks.push(getOrInsert(marked, `${severity} ${rule}`, () => ({ rule, severity })));
      for (const key of keys) columns.keys.push(key);
      yield listed;
    }
    const { checked, broken, unknown } = links;
    const counts = [checked, broken, unknown, unknownSections, Number(isPage), end, columns.keys.length, rowsEnd];
    columns.numbers.set(counts, index * NUMBERS);
  }
}

function written(findings: readonly Finding[]): Pick<KeptFindings, 'listed' | 'rows' | 'marks' | 'keys'> {
  return {
    listed: Buffer.from(findings.map(findingAsJson).join('')),
    rows: Buffer.from(findings.map(shownAsJson).join('')),
    marks: findings,
    keys: findings.map(({ key }) => key),
  };
}
