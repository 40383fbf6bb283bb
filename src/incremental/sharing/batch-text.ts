import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { JudgedBatch, TrackedPageResult } from '../../lint/batch.ts';
import type { Finding } from '../../lint/finding.ts';
import { PackedFindings } from '../../lint/results/packed-findings.ts';
import { findingsOf } from '../../lint/results/page-result.ts';

/** What was found on a page; packed findings stand in `packed` by their number, paths in `paths`. */
type Row = readonly [
  path: number,
  findings: readonly Finding[] | number,
  checked: number,
  broken: number,
  unknown: number,
  unknownSections: number,
  isPage: boolean,
  interfaces: readonly number[],
];

/** A batch as a text, and what of it is packed already. */
export interface BatchText {
  readonly batch: string;
  readonly packed: readonly Uint8Array[];
}

interface BatchMessage {
  readonly paths: readonly string[];
  readonly rows: readonly Row[];
  readonly interfacesForAll: readonly string[];
  readonly contentsForAll: readonly string[];
}

/** A batch as text: a thread hands over one text in a fraction of the time that so many objects take. */
export function writeBatch({ judged, readForAll }: JudgedBatch): BatchText {
  const packed: Uint8Array[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (path: string) => {
    return getOrInsert(numbers, path, () => numbers.size);
  };
  const rows = Array.from(
    judged,
    ([path, { findings, links, unknownSections, isPage, interfaces }]): Row => [
      numberOf(path),
      findings instanceof PackedFindings ? packed.push(findings.bytes) - 1 : findingsOf({ findings }),
      links.checked,
      links.broken,
      links.unknown,
      unknownSections,
      isPage,
      interfaces.map(numberOf),
    ],
  );
  const told: BatchMessage = {
    paths: [...numbers.keys()],
    rows,
    interfacesForAll: [...readForAll.interfaces],
    contentsForAll: [...readForAll.contents],
  };
  return { batch: JSON.stringify(told), packed };
}

/** What `writeBatch` wrote. `own` gives a path as it lies in memory already. */
export function readBatch({ batch, packed }: BatchText, own: (path: string) => string): JudgedBatch {
  const { paths, rows, interfacesForAll, contentsForAll } = JSON.parse(batch) as BatchMessage;
  const owned = paths.map(own);
  const judged = new Map<string, TrackedPageResult>();
  for (const [path, findings, checked, broken, unknown, unknownSections, isPage, interfaces] of rows)
    judged.set(owned[path]!, {
      findings: typeof findings === 'number' ? new PackedFindings(packed[findings]!) : findings,
      links: { checked, broken, unknown },
      unknownSections,
      isPage,
      interfaces: interfaces.map((number) => owned[number]!),
    });
  return { judged, readForAll: { interfaces: new Set(interfacesForAll), contents: new Set(contentsForAll) } };
}
