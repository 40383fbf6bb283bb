import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { JudgedBatch, TrackedPageResult } from '../../lint/batch.ts';
import type { Finding } from '../../lint/finding.ts';
import { PackedFindings } from '../../lint/results/packed-findings.ts';
import { findingsOf, type PageResult } from '../../lint/results/page-result.ts';

/** What was found on a page; packed findings stand in `packed` by their number. */
interface Written extends Omit<PageResult, 'findings'> {
  readonly findings: readonly Finding[] | number;
}

/** A batch as a text, and what of it is packed already. */
export interface BatchText {
  readonly batch: string;
  readonly packed: readonly Uint8Array[];
}

interface BatchMessage {
  /** Paths that stand in `pages` by their number. */
  readonly paths: readonly string[];
  readonly pages: readonly (readonly [path: string, found: Written, interfaces: readonly number[]])[];
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
  const pages: BatchMessage['pages'] = Array.from(
    judged,
    ([path, { findings, links, unknownSections, isPage, interfaces }]) => [
      path,
      {
        findings: findings instanceof PackedFindings ? packed.push(findings.bytes) - 1 : findingsOf({ findings }),
        links,
        unknownSections,
        isPage,
      },
      interfaces.map(numberOf),
    ],
  );
  const told: BatchMessage = {
    paths: [...numbers.keys()],
    pages,
    interfacesForAll: [...readForAll.interfaces],
    contentsForAll: [...readForAll.contents],
  };
  return { batch: JSON.stringify(told), packed };
}

/** What `writeBatch` wrote. */
export function readBatch({ batch, packed }: BatchText): JudgedBatch {
  const { paths, pages, interfacesForAll, contentsForAll } = JSON.parse(batch) as BatchMessage;
  const judged = new Map<string, TrackedPageResult>();
  for (const [path, found, interfaces] of pages)
    judged.set(path, {
      ...found,
      findings: typeof found.findings === 'number' ? new PackedFindings(packed[found.findings]!) : found.findings,
      interfaces: interfaces.map((number) => paths[number]!),
    });
  return { judged, readForAll: { interfaces: new Set(interfacesForAll), contents: new Set(contentsForAll) } };
}
