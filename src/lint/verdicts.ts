import { checksum, hashOf } from '../handbook/checksum.ts';
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

type Row = readonly [path: string, key: string, checked: number, broken: number, unknown: number, length: number];

interface Header {
  readonly key: string;
  readonly sight: Omit<Sight, 'stats'> | null;
  readonly until: number | null;
  readonly face: string;
  readonly read: readonly (readonly [path: string, key: string])[];
  readonly rows: readonly Row[];
}

const PREFIX = 12;

/** Puts verdicts into a file; `key` names what they were found by (code, levels). */
export function writeVerdicts(key: string, verdicts: Verdicts): Uint8Array[] {
  const findings: Buffer[] = [];
  const rows = [...verdicts.pages].map(([path, verdict]): Row => {
    const bytes = Buffer.from(verdict.findings === '[]' ? '' : verdict.findings);
    findings.push(bytes);
    const { checked, broken, unknown } = verdict.links;
    return [path, verdict.key, checked, broken, unknown, bytes.length];
  });
  const { sight, face, read } = verdicts;
  const stats = sight?.stats ?? new Float64Array();
  const until = Number.isFinite(verdicts.until) ? verdicts.until : null;
  const header = Buffer.from(
    JSON.stringify({
      key,
      sight: sight && { config: sight.config, paths: sight.paths.slice(rows.length) },
      until,
      face,
      read: [...read],
      rows,
    } satisfies Header),
  );
  const body = Buffer.concat([Buffer.from(stats.buffer, stats.byteOffset, stats.byteLength), header, ...findings]);
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(checksum(body), 0);
  prefix.writeUInt32LE(stats.byteLength, 4);
  prefix.writeUInt32LE(header.length, 8);
  return [prefix, body];
}

/** The verdicts of a file, or `null` when it is damaged, or of another key. */
export function readVerdicts(key: string, file: Buffer): Verdicts | null {
  if (file.length < PREFIX) return null;
  const body = file.subarray(PREFIX);
  if (checksum(body) !== file.readUInt32LE(0)) return null;
  const headerAt = file.readUInt32LE(4);
  let at = headerAt + file.readUInt32LE(8);
  const header = JSON.parse(body.toString('utf8', headerAt, at)) as Header;
  if (header.key !== key) return null;
  const pages = new Map<string, Verdict>();
  for (const row of header.rows) {
    pages.set(row[0], new StoredVerdict(row, body, at));
    at += row[5];
  }
  const { until, face, read } = header;
  // A copy, since numbers have to stand at a multiple of their size.
  const stats = new Float64Array(Uint8Array.from(body.subarray(0, headerAt)).buffer);
  const ofSight = header.sight && { config: header.sight.config, stats };
  const sight = ofSight && { ...ofSight, paths: [...pages.keys(), ...header.sight!.paths] };
  return { sight, until: until ?? Number.POSITIVE_INFINITY, face, read: new Map(read), pages };
}

class StoredVerdict implements Verdict {
  readonly #row: Row;
  readonly #body: Buffer;
  readonly #at: number;

  constructor(row: Row, body: Buffer, at: number) {
    this.#row = row;
    this.#body = body;
    this.#at = at;
  }

  get key(): string {
    return this.#row[1];
  }

  get links(): LinkCounts {
    return { checked: this.#row[2], broken: this.#row[3], unknown: this.#row[4] };
  }

  get findings(): string {
    const length = this.#row[5];
    return length === 0 ? '[]' : this.#body.toString('utf8', this.#at, this.#at + length);
  }
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
