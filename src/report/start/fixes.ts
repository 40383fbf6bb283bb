import { mostCommon } from '../../collections/groups.ts';
import type { WantedTarget } from '../data.ts';
import type { Missing, PossibleFix, SiteContext, WantingFinding } from './candidates.ts';

/** Findings that one mend clears. */
export interface FindingGroup {
  readonly candidate: PossibleFix;
  readonly findings: readonly WantingFinding[];
}

type Fix = Omit<WantedTarget, 'findings'>;
const nothing = { line: null, file: null };
const THEN = 'handbook-lint --fix then writes the new addresses into the links.';

/** Says in a sentence or two what to do, with the line to paste where one line does it. */
export function describeFix({ candidate, findings }: FindingGroup, around: SiteContext): Fix {
  switch (candidate.kind) {
    case 'fix':
      return {
        kind: 'fix',
        target: [...new Set(findings.map(({ rule }) => rule))].sort().join(', '),
        mend: 'For these there is only one mend, which this command writes.',
        line: 'handbook-lint --fix',
        file: null,
      };
    case 'hidden': {
      const { target, file } = candidate;
      const mend =
        'The page is there, but a setting in its front matter, or in that of a page above, keeps it off the site. Take the setting out, or link to another page.';
      return { kind: 'hidden', target, mend, line: null, file };
    }
    case 'elsewhere': {
      const { target, line } = candidate;
      const mend =
        'Hardly any page is there, and many links go there. If something else serves these addresses, say so by this line; if not, bring the pages back.';
      return { kind: 'elsewhere', target, mend, line, file: 'handbook.yaml' };
    }
    case 'moved':
      return movedFix(candidate, around);
    case 'meant':
      return meantFix(candidate, findings, around);
    case 'below':
      return belowFix(candidate, around);
    case 'missing':
      return missingFix(candidate, findings, around);
  }
}

type Of<Kind extends PossibleFix['kind']> = Extract<PossibleFix, { readonly kind: Kind }>;

function movedFix({ of, target, to }: Of<'moved'>, { redirect }: SiteContext): Fix {
  const kind = of === 'page' ? 'section' : 'folder';
  const line = of === 'page' ? redirect(target, `${to}:splat`) : null;
  if (line === null)
    return { kind, target, mend: `This folder is ${to} now. Put that in its place in these links.`, ...nothing };
  return { kind, target, mend: `This folder is ${to} now. Send its addresses on, by this line. ${THEN}`, ...line };
}

function meantFix({ of, target: meant }: Of<'meant'>, findings: readonly WantingFinding[], { keep }: SiteContext): Fix {
  const targets = targetsOf(findings);
  const [target = ''] = targets;
  const kept = of === 'page' ? keep(targets, meant) : null;
  const others = targets.length === 1 ? '' : `These links write it in ${targets.length} ways, and all mean one. `;
  if (kept === null) return { kind: of, target, mend: `${others}Write ${meant} in these links.`, ...nothing };
  const alone = targets.length === 1 ? `${kept.file} seems to be meant. ` : others;
  return { kind: of, target, mend: `${alone}Keep the old address in that page, by this line. ${THEN}`, ...kept };
}

function belowFix({ of, target }: Of<'below'>, { redirect, exists }: SiteContext): Fix {
  if (of === 'file') {
    const mend = 'Add this folder with its files, or take them out of these pages.';
    return { kind: 'folder', target, mend, ...nothing };
  }
  let above = target;
  do above = above.slice(0, above.lastIndexOf('/', above.length - 2) + 1);
  while (above.length > 1 && !exists(above));
  const line = redirect(target, above);
  const mend =
    line === null
      ? 'Bring this folder back, or correct the links.'
      : `Bring this folder back, or send its addresses on, by a line like this. ${THEN}`;
  return { kind: 'section', target, mend, ...(line ?? nothing) };
}

const without: Readonly<Record<Exclude<Missing, 'anchor' | 'page'>, (target: string) => string>> = {
  file: (target) => `Add the file ${target}, or take it out of these pages.`,
  include: (target) => `Add the file ${target}, or take these includes out.`,
};

function missingFix({ of, target }: Of<'missing'>, findings: readonly WantingFinding[], around: SiteContext): Fix {
  if (of === 'anchor') return { kind: of, target, mend: fixOfHeadings(target, findings), ...nothing };
  const suggestion =
    mostCommon(findings.flatMap(({ suggestions }) => suggestions.slice(0, 1).map(({ text }) => text))) ?? null;
  if (of !== 'page' && (suggestion === null || of === 'include'))
    return { kind: of, target, mend: without[of](target), ...nothing };
  if (suggestion === null) return { kind: of, target, mend: fixOfPage(target, findings), ...nothing };
  return { ...meantFix({ kind: 'meant', of, target: suggestion }, findings, around), target };
}

const MOST_NAMED = 5;

function fixOfHeadings(target: string, findings: readonly WantingFinding[]): string {
  if (target.includes('#')) return 'No heading can have this id. Correct the links.';
  const wanted = named(targetsOf(findings).map(fragmentOf));
  return `Links want ${wanted} on this page. Give it headings with these ids, or correct the links.`;
}

/** A page that is to be written needs the headings that links to it name. */
function fixOfPage(target: string, findings: readonly WantingFinding[]): string {
  const hrefs = findings.map(({ data: { href } }) => (typeof href === 'string' ? href : ''));
  const wanted = named(hrefs.map(fragmentOf));
  return `Write a page at ${target}${wanted === '' ? '' : `, with headings for ${wanted}`}, or take these links out.`;
}

function fragmentOf(destination: string): string {
  return /#.+$/s.exec(destination)?.[0] ?? '';
}

function named(fragments: readonly string[]): string {
  const all = [...new Set(fragments)].filter((fragment) => fragment !== '');
  const some = all.slice(0, MOST_NAMED).join(' ');
  return all.length > MOST_NAMED ? `${some} and ${all.length - MOST_NAMED} more` : some;
}

function targetsOf(findings: readonly WantingFinding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ data: { target } }) => (typeof target === 'string' ? [target] : [])))];
}
