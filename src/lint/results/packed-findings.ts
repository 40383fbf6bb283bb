import { deflateSync, inflateSync } from 'node:zlib';
import { FifoCache } from '../../model/fifo-cache.ts';
import type { Finding, ShownFinding } from '../finding.ts';
import { findingAsJson, shownAsJson } from './finding-json.ts';
import { asShown, type KeptFindings, type PageFindings } from './page-result.ts';

/** A thread holds this many findings as objects. Beyond that they are packed, to a twentieth of their size or less. */
export const MOST_UNPACKED = 5000;
/** How many findings are packed together, whatever pages they are of, and unpacked together. */
const PIECE = 100;
/** Four pieces stay unpacked, since the pieces of two threads take turns. */
const KEPT = 4;

/** The findings of one page after the other, as JSON that zlib has packed, piece by piece. */
export class FindingStore {
  readonly #packed: Uint8Array[];
  readonly #unpacked = new FifoCache<number, readonly Finding[]>(KEPT);
  /** What the next piece is made of. */
  #open: Finding[] = [];

  /** `packed`: the pieces of another store. Nothing can be added to those. */
  constructor(packed: readonly Uint8Array[] = []) {
    this.#packed = [...packed];
  }

  /** All that was added. */
  get pieces(): readonly Uint8Array[] {
    return this.#open.length === 0 ? this.#packed : [...this.#packed, pack(this.#open)];
  }

  add(findings: readonly Finding[]): PackedFindings {
    const start = this.#length;
    for (const finding of findings) {
      if (this.#open.push(finding) < PIECE) continue;
      this.#packed.push(pack(this.#open));
      this.#open = [];
    }
    return new PackedFindings(this, start, this.#length);
  }

  at(index: number): Finding {
    const piece = Math.floor(index / PIECE);
    const packed = this.#packed[piece];
    const findings = packed === undefined ? this.#open : this.#unpacked.getOr(piece, () => unpack(packed));
    return findings[index % PIECE]!;
  }

  get #length(): number {
    return this.#packed.length * PIECE + this.#open.length;
  }
}

/** Makes a function that leaves the findings of a page as they are until there are many, and packs them from then on. `onMany` is called when packing begins. */
export function packer(
  onMany: () => void,
  store: FindingStore = new FindingStore(),
): (findings: readonly Finding[]) => PageFindings {
  let unpacked = 0;
  return (findings) => {
    const before = unpacked;
    unpacked += findings.length;
    if (unpacked <= MOST_UNPACKED || findings.length === 0) return findings;
    if (before <= MOST_UNPACKED) onMany();
    return store.add(findings);
  };
}

/** A page's findings in a store: unpacked whenever they are asked for. */
export class PackedFindings implements KeptFindings {
  readonly #store: FindingStore;
  readonly start: number;
  readonly end: number;

  constructor(store: FindingStore, start: number, end: number) {
    this.#store = store;
    this.start = start;
    this.end = end;
  }

  get length(): number {
    return this.end - this.start;
  }

  parse(): readonly Finding[] {
    return Array.from({ length: this.length }, (_, index) => this.#store.at(this.start + index));
  }

  get listed(): Uint8Array {
    return Buffer.from(this.parse().map(findingAsJson).join(''));
  }

  get rows(): Uint8Array {
    return Buffer.from(this.parse().map(shownAsJson).join(''));
  }

  get marks(): readonly Finding[] {
    return this.parse();
  }

  shown(): readonly ShownFinding[] {
    return this.parse().map(asShown);
  }

  get keys(): readonly string[] {
    return this.parse().map(({ key }) => key);
  }
}

/** How many bytes the text takes, in this many bytes, and then what zlib has made of it. */
const LENGTH = 4;

function pack(findings: readonly Finding[]): Uint8Array {
  const text = Buffer.from(JSON.stringify(findings));
  const deflated = deflateSync(text, { level: 1 });
  const packed = new Uint8Array(LENGTH + deflated.length);
  new DataView(packed.buffer).setUint32(0, text.length);
  packed.set(deflated, LENGTH);
  return packed;
}

/** Into one block, with a byte to spare for zlib to see that it has ended: into its usual ones of 16 KB, it would leave twice as much behind. */
function unpack(packed: Uint8Array): readonly Finding[] {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  return JSON.parse(inflateSync(packed.subarray(LENGTH), { chunkSize: length + 1 }).toString()) as Finding[];
}
