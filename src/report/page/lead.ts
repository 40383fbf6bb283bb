import { count, inThousands } from '../../phrases/amounts.ts';
import type { ReportData } from '../data.ts';

/** The report in a few sentences, for who reads nothing else. */
export function lead({ figures, findings, omitted, wanted }: ReportData): string {
  const { links, roles, competencies } = figures;
  const total = findings.length + omitted;
  const sentences: string[] = [];
  if (links.checked > 0)
    sentences.push(
      links.broken === 0
        ? `All ${inThousands(links.checked)} links that can be checked lead somewhere.`
        : `Of ${inThousands(links.checked)} links that can be checked, ${inThousands(links.broken)} lead nowhere.`,
    );
  const lacking = roles.pages - roles.complete;
  if (lacking > 0)
    sentences.push(
      `${inThousands(lacking)} of ${count(roles.pages, 'role page')} ${lacking === 1 ? 'lacks' : 'lack'} a section.`,
    );
  const drifting = competencies.pages - competencies.consistent;
  if (drifting > 0)
    sentences.push(`Competencies drift apart on ${inThousands(drifting)} of ${count(competencies.pages, 'page')}.`);
  const first = wanted.slice(0, 10);
  const cleared = new Set(first.flatMap((each) => each.findings)).size;
  if (cleared > 0)
    sentences.push(
      `${first.length === 1 ? 'One mend clears' : `${first.length} mends clear`} ${Math.floor((cleared / total) * 100)} % of all findings.`,
    );
  if (total === 0) sentences.push(sentences.length === 0 ? 'Nothing was found.' : 'Nothing else was found.');
  return sentences.join(' ');
}
