import { checksum, hashOf } from '../handbook/checksum.ts';
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
  /** The state of all files (`stateOf`) in which every page has its verdict here; `null` when it cannot be told again. */
  readonly state: string | null;
  /** In ms: from then on nothing of this holds. */
  readonly until: number;
  /** What pages see of each other. */
  readonly face: string;
  /** Pages of which others have seen more than their face, with the content that they had. */
  readonly read: ReadonlyMap<string, string>;
  /** By path; pages that are not judged (`ignore`) are not among them. */
  readonly pages: ReadonlyMap<string, Verdict>;
  /** The pages that are not judged. */
  readonly ignored: readonly string[];
}

type Row = readonly [path: string, key: string, checked: number, broken: number, unknown: number, length: number];

interface Header {
  readonly key: string;
  readonly state: string | null;
  readonly until: number | null;
  readonly face: string;
  readonly read: readonly (readonly [path: string, key: string])[];
  readonly rows: readonly Row[];
  readonly ignored: readonly string[];
}

const PREFIX = 8;

/** Puts verdicts into a file; `key` names what they were found by (code, levels). */
export function writeVerdicts(key: string, verdicts: Verdicts): Uint8Array[] {
  const findings: Buffer[] = [];
  const rows = [...verdicts.pages].map(([path, verdict]): Row => {
    const bytes = Buffer.from(verdict.findings === '[]' ? '' : verdict.findings);
    findings.push(bytes);
    const { checked, broken, unknown } = verdict.links;
    return [path, verdict.key, checked, broken, unknown, bytes.length];
  });
  const { state, face, read, ignored } = verdicts;
  const until = Number.isFinite(verdicts.until) ? verdicts.until : null;
  const header = Buffer.from(
    JSON.stringify({ key, state, until, face, read: [...read], rows, ignored } satisfies Header),
  );
  const body = Buffer.concat([header, ...findings]);
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(checksum(body), 0);
  prefix.writeUInt32LE(header.length, 4);
  return [prefix, body];
}

/** The verdicts of a file, or `null` when it is damaged, or of another key. */
export function readVerdicts(key: string, file: Buffer): Verdicts | null {
  if (file.length < PREFIX) return null;
  const body = file.subarray(PREFIX);
  if (checksum(body) !== file.readUInt32LE(0)) return null;
  let at = file.readUInt32LE(4);
  const header = JSON.parse(body.toString('utf8', 0, at)) as Header;
  if (header.key !== key) return null;
  const pages = new Map<string, Verdict>();
  for (const [path, content, checked, broken, unknown, length] of header.rows) {
    const from = at;
    at += length;
    pages.set(path, {
      key: content,
      links: { checked, broken, unknown },
      get findings() {
        return length === 0 ? '[]' : body.toString('utf8', from, from + length);
      },
    });
  }
  const { state, until, face, read, ignored } = header;
  return { state, until: until ?? Number.POSITIVE_INFINITY, face, read: new Map(read), pages, ignored };
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
