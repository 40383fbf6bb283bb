import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { count, inThousands } from '../../phrases/amounts.ts';
import type { ReportData, Tally, WantedTarget } from '../data.ts';
import { fileLink, folded, type ReportPart, ruleName, table } from './pieces.ts';

const SHOWN = 10;
const names: Readonly<Record<WantedTarget['kind'], string>> = {
  page: 'Missing page',
  section: 'Missing section',
  folder: 'Missing folder',
  anchor: 'Headings missing on',
  file: 'Missing file',
  include: 'Missing include',
  hidden: 'Page kept off the site',
  elsewhere: 'Served by something else',
  fix: 'Mends that are certain, of',
};

/** The mends that clear most findings, then where findings are. */
export function startPart(data: ReportData): ReportPart | null {
  if (data.findings.length === 0) return null;
  const [first, rest] = [data.wanted.slice(0, SHOWN), data.wanted.slice(SHOWN)];
  const total = data.findings.length + data.omitted;
  const cleared = new Set(first.flatMap(({ findings }) => findings)).size;
  const content: ElementContent[] = [];
  const entries = (wanted: readonly WantedTarget[]) => wanted.map((each) => entry(each, data.source));
  const mends = first.length === 1 ? 'This mend clears' : `These ${first.length} mends clear`;
  const share = `${inThousands(cleared)} of ${count(total, 'finding')}, ${Math.floor((cleared / total) * 100)} %.`;
  if (first.length > 0) content.push(h('p', `${mends} ${share}`), h('ol.start', entries(first)));
  if (rest.length > 0)
    content.push(folded(`${rest.length} more`, [h('ol.start', { start: SHOWN + 1 }, entries(rest))]));
  const rules = data.rules.map((each) => ({ ...each, name: ruleName(each.name) }));
  content.push(tallies('Findings by folder', data.folders), tallies('Findings by owner', data.owners));
  content.push(tallies('Findings by rule', rules));
  return { id: 'start', title: 'Where to start', content };
}

function entry({ kind, target, mend, line, file, findings }: WantedTarget, source: string | null): ElementContent {
  const what = kind === 'fix' ? target.split(', ').map(ruleName).join(', ') : target;
  return h('li', [
    h('p.count', [h('strong', inThousands(findings.length)), findings.length === 1 ? ' finding' : ' findings']),
    h('p', [h('strong', names[kind]), ' ', h('code', what)]),
    h('div', [
      h('p', [mend, ...(file === null ? [] : [' ', fileLink(source, file)])]),
      ...(line === null ? [] : [h('pre', h('code', line))]),
    ]),
  ]);
}

function tallies(caption: string, all: readonly Tally[]): ElementContent {
  const rows = all.map(({ name, errors, warnings }) => [name, errors, warnings]);
  return folded(caption, [table(caption, ['Name', 'Errors', 'Warnings'], rows)]);
}
