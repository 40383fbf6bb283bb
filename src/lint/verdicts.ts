import { Checksum, checksum, hashOf } from '../handbook/checksum.ts';
import type { Sight } from '../handbook/look.ts';
import type { LinkCounts } from '../links/judge.ts';
import type { Finding } from './finding.ts';

/** What was found on one page when it had this content. */
export interface Verdict {
  /** The content's name; `''` when it has none, and so is never known again. */
  readonly key: string;
  readonly links: LinkCounts;
  /** The findings as JSON, parsed when they are shown. */
  readonly findings: string;
}

/** What earlier runs have found, and under which circumstances it holds. */
export interface Verdicts {
  /**
   * How the files looked, those of `pages` first, when every page had its verdict here; `null` when looking would not tell
   * of a change.
   */
  readonly sight: Sight | null;
  /** In ms: from then on nothing of this holds. */
  readonly until: number;
  /** What pages see of each other. */
  readonly face: string;
  /** Pages of which others have seen more than their face, with the content that they had. */
  readonly read: ReadonlyMap<string, string>;
  /** By path; pages that are not judged (`ignore`) are not among them. */
  readonly pages: ReadonlyMap<string, Verdict>;
}

interface Header {
  readonly key: string;
  readonly sight: Omit<Sight, 'stats'> | null;
  readonly until: number | null;
  readonly face: string;
  readonly read: readonly (readonly [path: string, key: string])[];
  readonly paths: readonly string[];
  readonly keys: readonly string[];
}

const SUFFIX = 16;
/** Numbers of a page: links checked, broken and unknown, and where its findings end. */
const NUMBERS = 4;

/** Puts verdicts into a file, part by part; `key` names what they were found by (code, levels). */
export function* writeVerdicts(key: string, verdicts: Verdicts): Generator<Uint8Array> {
  const sum = new Checksum();
  const counted = (bytes: Uint8Array) => {
    sum.add(bytes);
    return bytes;
  };
  const numbers = new Uint32Array(verdicts.pages.size * NUMBERS);
  const keys: string[] = [];
  let end = 0;
  for (const verdict of verdicts.pages.values()) {
    const bytes = Buffer.from(verdict.findings === '[]' ? '' : verdict.findings);
    const { checked, broken, unknown } = verdict.links;
    end += bytes.length;
    numbers.set([checked, broken, unknown, end], keys.length * NUMBERS);
    keys.push(verdict.key);
    yield counted(bytes);
  }
  const { sight, face, read } = verdicts;
  const stats = sight?.stats ?? new Float64Array();
  const until = Number.isFinite(verdicts.until) ? verdicts.until : null;
  const header = Buffer.from(
    JSON.stringify({
      key,
      sight: sight && { config: sight.config, paths: sight.paths.slice(keys.length) },
      until,
      face,
      read: [...read],
      paths: [...verdicts.pages.keys()],
      keys,
    } satisfies Header),
  );
  yield counted(bytesOf(stats));
  yield counted(bytesOf(numbers));
  yield counted(header);
  const suffix = Buffer.alloc(SUFFIX);
  for (const [place, value] of [sum.value, stats.byteLength, numbers.byteLength, header.length].entries())
    suffix.writeUInt32LE(value, place * 4);
  yield suffix;
}

/** The verdicts of a file, or `null` when it is damaged, or of another key. */
export function readVerdicts(key: string, file: Buffer): Verdicts | null {
  if (file.length < SUFFIX) return null;
  const body = file.subarray(0, -SUFFIX);
  const [sum, statsLength, numbersLength, headerLength] = [0, 4, 8, 12].map((at) =>
    file.readUInt32LE(body.length + at),
  );
  if (checksum(body) !== sum) return null;
  const headerAt = body.length - headerLength!;
  const numbersAt = headerAt - numbersLength!;
  const statsAt = numbersAt - statsLength!;
  const header = JSON.parse(body.toString('utf8', headerAt)) as Header;
  if (header.key !== key) return null;
  // Copies, since numbers have to stand at a multiple of their size.
  const stats = new Float64Array(Uint8Array.from(body.subarray(statsAt, numbersAt)).buffer);
  const numbers = new Uint32Array(Uint8Array.from(body.subarray(numbersAt, headerAt)).buffer);
  const findings = body.subarray(0, statsAt);
  const pages = new Map<string, Verdict>();
  for (const [index, path] of header.paths.entries())
    pages.set(path, new StoredVerdict(header.keys[index] ?? '', index, numbers, findings));
  const { until, face, read } = header;
  const ofSight = header.sight && { config: header.sight.config, stats };
  const sight = ofSight && { ...ofSight, paths: [...header.paths, ...header.sight!.paths] };
  return { sight, until: until ?? Number.POSITIVE_INFINITY, face, read: new Map(read), pages };
}

class StoredVerdict implements Verdict {
  readonly key: string;
  readonly #index: number;
  readonly #numbers: Uint32Array;
  readonly #findings: Buffer;

  constructor(key: string, index: number, numbers: Uint32Array, findings: Buffer) {
    this.key = key;
    this.#index = index;
    this.#numbers = numbers;
    this.#findings = findings;
  }

  get links(): LinkCounts {
    const [checked = 0, broken = 0, unknown = 0] = this.#numbers.subarray(this.#index * NUMBERS);
    return { checked, broken, unknown };
  }

  get findings(): string {
    const at = this.#index * NUMBERS + NUMBERS - 1;
    const [start, end] = [this.#numbers[at - NUMBERS] ?? 0, this.#numbers[at]!];
    return start === end ? '[]' : this.#findings.toString('utf8', start, end);
  }
}

function bytesOf(numbers: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A verdict's findings. */
export function findingsOf({ findings }: Verdict): readonly Finding[] {
  return findings === '[]' ? [] : (JSON.parse(findings) as Finding[]);
}

/** Adds up the links of some verdicts. */
export function addLinks(verdicts: Iterable<Pick<Verdict, 'links'>>): LinkCounts {
  let [checked, broken, unknown] = [0, 0, 0];
  for (const { links } of verdicts) {
    checked += links.checked;
    broken += links.broken;
    unknown += links.unknown;
  }
  return { checked, broken, unknown };
}

/** The key of verdicts by this code, with these levels. */
export function verdictsKey(version: string, levels: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(JSON.stringify([version, process.versions.node, process.versions.unicode ?? '', sorted]));
}
