import { deflateSync, inflateSync } from 'node:zlib';
import type { Finding } from '../finding.ts';
import { findingAsJson } from './finding-json.ts';
import type { KeptFindings, PageFindings } from './page-result.ts';

/** A thread holds this many findings as objects. Beyond that they are packed, to a tenth of their size or less. */
export const MOST_UNPACKED = 5000;
/** How many findings are packed together, and unpacked together. */
const PIECE = 1000;

/** Makes a function that leaves the findings of a page as they are until there are many, and packs them from then on. `onMany` is called when packing begins. */
export function packer(onMany: () => void): (findings: readonly Finding[]) => PageFindings {
  let unpacked = 0;
  return (findings) => {
    const before = unpacked;
    unpacked += findings.length;
    if (unpacked <= MOST_UNPACKED || findings.length === 0) return findings;
    if (before <= MOST_UNPACKED) onMany();
    return new PackedFindings(pack(findings));
  };
}

/** A page's findings as JSON that zlib has packed, piece by piece; unpacked whenever they are asked for. */
export class PackedFindings implements KeptFindings {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  *[Symbol.iterator](): Generator<Finding> {
    for (let at = 0; at < this.bytes.length; ) {
      // What follows the end of a piece is left for the next one.
      const { buffer, engine } = inflateSync(this.bytes.subarray(at), { info: true }) as unknown as Inflated;
      at += engine.bytesWritten;
      yield* JSON.parse(buffer.toString()) as Finding[];
    }
  }

  parse(): readonly Finding[] {
    return [...this];
  }

  get listed(): Uint8Array {
    return Buffer.from(this.parse().map(findingAsJson).join(''));
  }

  get marks(): readonly Finding[] {
    return this.parse();
  }

  get keys(): readonly string[] {
    return this.parse().map(({ key }) => key);
  }
}

/** What `info` asks zlib for; Node's types leave it out. `bytesWritten` says how much was read of what was given. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function pack(findings: readonly Finding[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < findings.length; at += PIECE)
    pieces.push(deflateSync(JSON.stringify(findings.slice(at, at + PIECE)), { level: 1 }));
  // A copy: what zlib gives is a small part of a large block of memory.
  return new Uint8Array(Buffer.concat(pieces));
}
