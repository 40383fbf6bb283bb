import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A page as the built site has it; `url` is `null` for a file that became no page. */
export interface OraclePage {
  readonly file: string | null;
  readonly url: string | null;
  readonly ids?: readonly string[];
  readonly headings?: readonly OracleHeading[];
}

export interface OracleHeading {
  readonly id: string | null;
  readonly text: string;
  /** Made from Markdown, not raw HTML. */
  readonly md: boolean;
  readonly explicit?: boolean;
  readonly line?: number;
}

/** A link on the built site, and what it meets. */
export interface OracleLink {
  readonly page: string;
  readonly file: string;
  readonly line: number | null;
  readonly href: string;
  readonly style: 'inline' | 'reference' | 'autolink' | 'bare' | 'html' | 'ref-shortcode';
  readonly el: string;
  readonly target: string;
  readonly verdict: OracleVerdict;
  readonly selfVerdict?: OracleVerdict;
}

export type OracleVerdict =
  | 'ok'
  | 'static-ok'
  | 'missing-page'
  | 'missing-anchor'
  | 'static-missing'
  | 'dynamic'
  | 'other-site'
  | 'external';

/** Reads a file of JSON lines, compressed or not. */
export function readLines<T>(path: string): readonly T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
}
