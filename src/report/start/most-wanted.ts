import { getOrInsert } from '../../collections/get-or-insert.ts';
import { fingerprint } from '../../lint/results/fingerprint.ts';
import type { WantedTarget } from '../data.ts';
import { candidatesFor, type PossibleFix, type SiteContext, type WantingFinding } from './candidates.ts';
import { describeFix, type FindingGroup } from './fixes.ts';

interface Open {
  readonly candidate: PossibleFix;
  readonly findings: Set<WantingFinding>;
}

/** Mends for a whole folder, or for several addresses at once, are none when all findings want one and the same thing. */
const plural: ReadonlySet<PossibleFix['kind']> = new Set(['moved', 'below', 'meant']);

/**
 * Where to start: single mends, those that clear most findings first. A finding that several mends would clear counts for the one
 * that clears most, and for no other; of two that clear alike the more precise one is taken. Gives at most `most`.
 */
export function mostWanted(findings: readonly WantingFinding[], around: SiteContext, most = 50): WantedTarget[] {
  const open = new Map<string, Open>();
  const keysOf = new Map<WantingFinding, readonly string[]>();
  for (const finding of findings) {
    const keys = candidatesFor(finding, around).map((candidate) => {
      const key = JSON.stringify(candidate);
      const known = getOrInsert(open, key, () => ({ candidate, findings: new Set() }));
      known.findings.add(finding);
      return key;
    });
    keysOf.set(finding, keys);
  }
  const wanted: WantedTarget[] = [];
  while (wanted.length < most) {
    const best = largest(open);
    if (best === null) break;
    const group: FindingGroup = { candidate: best.candidate, findings: [...best.findings] };
    wanted.push({ ...describeFix(group, around), findings: group.findings.map(fingerprint) });
    for (const finding of group.findings)
      for (const key of keysOf.get(finding) ?? []) open.get(key)?.findings.delete(finding);
  }
  return wanted;
}

/** The mend that clears most of what is left; `null` when nothing is. */
function largest(open: ReadonlyMap<string, Open>): Open | null {
  let best: Open | null = null;
  for (const each of open.values()) {
    const size = each.findings.size;
    if (size === 0 || (plural.has(each.candidate.kind) && size > (best?.findings.size ?? 0) && isOne(each))) continue;
    if (best === null || size > best.findings.size || (size === best.findings.size && precedes(each, best)))
      best = each;
  }
  return best;
}

function isOne({ findings }: Open): boolean {
  const [first] = findings;
  return [...findings].every(({ data }) => data.target === first?.data.target);
}

const order: readonly PossibleFix['kind'][] = ['fix', 'hidden', 'elsewhere', 'moved', 'meant', 'missing', 'below'];

function precedes({ candidate: a }: Open, { candidate: b }: Open): boolean {
  const [first, second] = [order.indexOf(a.kind), order.indexOf(b.kind)];
  return first < second || (first === second && targetOf(a) < targetOf(b));
}

function targetOf(candidate: PossibleFix): string {
  return candidate.kind === 'fix' ? '' : candidate.target;
}
