import { fullHashOf } from '../../files/checksum.ts';
import type { Finding } from '../finding.ts';

/** Identifies a finding in reports and baselines: unique in a run, and the same when lines above it change. */
export function fingerprint(finding: Pick<Finding, 'path' | 'key' | 'fingerprint'>): string {
  return finding.fingerprint ?? hashOf([finding.path, finding.key]);
}

/** Hands out the keys of one page's findings, in their order: of two alike, the second gets another key. */
export function keyMaker(): (rule: string, text: string, identity: string) => string {
  const seen = new Map<string, number>();
  return (rule, text, identity) => {
    const base = hashOf([rule, text.replace(/\s+/g, ' ').trim(), identity]);
    const occurrence = (seen.get(base) ?? 0) + 1;
    seen.set(base, occurrence);
    return `${base}-${occurrence}`;
  };
}

function hashOf(parts: readonly string[]): string {
  // JSON, so that no part can run into the next one.
  return fullHashOf(JSON.stringify(parts)).slice(0, 32);
}
