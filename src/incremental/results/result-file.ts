import { getOrInsert } from '../../collections/get-or-insert.ts';
import { Checksum } from '../../files/checksum.ts';
import { findingAsJson, shownAsJson } from '../../lint/results/finding-json.ts';
import { type Mark, marksOf } from '../../lint/results/page-result.ts';
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
  const numbers = new Uint32Array(results.length * NUMBERS);
  const marked = new Map<string, number>();
  const marks: Mark[] = [];
  const markNumbers = results.flatMap((result) =>
    marksOf(result).map(({ rule, severity }) => {
      const name = `${severity} ${rule}`;
      return getOrInsert(marked, name, () => marks.push({ rule, severity }) - 1);
    }),
  );
  const header: Header = {
    key,
    given: snapshot?.given ?? null,
    site,
    config,
    until: Number.isFinite(until) ? until : null,
    surroundings,
    read: [...read],
    pages: pages.size,
    summary: sumUp(results, null),
    marks,
    asides,
  };
  yield* writeChecked([
    writeFindings(results, numbers),
    writeRows(results, numbers),
    made(() => bytesOf(numbers)),
    made(() => bytesOf(Uint32Array.from(markNumbers))),
    made(() => joinTexts(results.flatMap(keysIn))),
    made(() => bytesOf(snapshot?.stats ?? new Float64Array())),
    made(() => joinTexts(snapshot?.paths ?? pages.keys())),
    made(() => joinTexts(results.map((result) => result.key))),
    made(() => Buffer.from(JSON.stringify(header))),
    ...writeSeenInterfaces(known).map(made),
  ]);
  const start = Buffer.alloc(START);
  start.writeUInt32LE(asides.reduce((sum, { length }) => sum + length, 0));
  yield start;
}

function* made(part: () => Uint8Array): Generator<Uint8Array> {
  yield part();
}

/** The findings one by one; what else there is to say of a page goes into `numbers`. */
function* writeFindings(results: readonly CachedPageResult[], numbers: Uint32Array): Generator<Uint8Array> {
  let end = 0;
  let count = 0;
  for (const [index, { findings, links, unknownSections, isPage }] of results.entries()) {
    const bytes = 'listed' in findings ? findings.listed : Buffer.from(findings.map(findingAsJson).join(''));
    end += bytes.length;
    count += 'listed' in findings ? findings.marks.length : findings.length;
    yield bytes;
    const { checked, broken, unknown } = links;
    numbers.set([checked, broken, unknown, unknownSections, Number(isPage), end, count], index * NUMBERS);
  }
}

/** What is shown of the findings one by one. */
function* writeRows(results: readonly CachedPageResult[], numbers: Uint32Array): Generator<Uint8Array> {
  let end = 0;
  for (const [index, { findings }] of results.entries()) {
    const bytes = 'rows' in findings ? findings.rows : Buffer.from(findings.map(shownAsJson).join(''));
    end += bytes.length;
    yield bytes;
    numbers[index * NUMBERS + NUMBERS - 1] = end;
  }
}

function keysIn({ findings }: CachedPageResult): readonly string[] {
  return 'listed' in findings ? findings.keys : findings.map(({ key }) => key);
}
