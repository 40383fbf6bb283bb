import type { Summary } from '../lint/results/result.ts';
import { count, inThousands } from '../phrases/amounts.ts';
import type { ReportContext } from './report.ts';

/** Links that are broken although nothing was found; `''` when there are none. */
export function silencedLinks({ links: { broken }, errors, warnings }: Summary): string {
  if (broken === 0 || errors + warnings > 0) return '';
  return `${count(broken, 'broken link')} ${broken === 1 ? 'is' : 'are'} not reported, as the configuration, a comment or the baseline says.`;
}

/** `3 errors and 1 warning`. */
export function countFound({ errors, warnings }: Pick<Summary, 'errors' | 'warnings'>): string {
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.join(' and ');
}

/** What a run did, in one line. */
export function summarize({ pages, links, sections, milliseconds }: Summary): string {
  const parts = [count(pages, 'page')];
  if (links.checked > 0) {
    parts.push(
      `${count(links.checked, 'link')} checked`,
      `${inThousands(links.broken)} broken`,
      `${inThousands(links.unknown)} could not be checked`,
    );
  }
  if (sections.unknown > 0) parts.push(`${count(sections.unknown, 'section')} could not be checked`);
  return `${parts.join(', ')}, in ${(milliseconds / 1000).toFixed(1)} s`;
}

/** The last lines of a run: its figures, and what a change brings. A change of nothing has no figures, as nothing is read for it. */
export function lastLines(summary: Summary, { isChange, site }: Pick<ReportContext, 'isChange' | 'site'>): string {
  if (!isChange) return `${summarize(summary)}\n`;
  const found = countFound(summary);
  const verdict = found === '' ? 'This change breaks nothing.' : `This change brings ${found}.`;
  return `${site === null ? '' : `The whole handbook: ${summarize(summary)}\n`}${verdict}\n`;
}
