import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Figures, ReportData } from '../data.ts';
import { number, type PagePart, table } from './pieces.ts';
import { trendChart } from './trend.ts';

const reasons: Readonly<Record<string, string>> = {
  generated: 'the heading is made when the site is built',
  'unknown-tree': 'the page comes from elsewhere',
  shortcode: 'a shortcode makes the address',
  'not-shown': 'relative, in a file that no page shows',
};

/** The figures on one screen: how things are, what changed, and how they went. */
export function glancePart(data: ReportData): PagePart {
  const { figures } = data;
  const content: ElementContent[] = [h('dl.cards', cards(figures).flatMap(card)), ...change(data)];
  const unknown = Object.entries(figures.unknown);
  if (unknown.length > 0)
    content.push(
      table(
        'Links that cannot be checked',
        ['Why', 'Links'],
        unknown.map(([reason, count]) => [reasons[reason] ?? reason, count]),
      ),
    );
  if (data.trend.length > 0) content.push(...trendChart([...data.trend, { date: data.date, figures }]));
  return { id: 'glance', title: 'At a glance', content };
}

interface Card {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly isGood: boolean;
}

function cards(figures: Figures): Card[] {
  const { links, roles, competencies, errors, warnings } = figures;
  const all: Card[] = [
    { label: 'Pages', value: number(figures.pages), note: `${number(links.checked)} links checked`, isGood: true },
    {
      label: 'Broken links',
      value: number(links.broken),
      note: `${number(links.unknown)} could not be checked`,
      isGood: links.broken === 0,
    },
    { label: 'Findings', value: number(errors + warnings), note: `${number(errors)} errors`, isGood: errors === 0 },
  ];
  if (roles.pages > 0) all.push(share('Complete role pages', roles.complete, roles.pages));
  if (competencies.pages > 0)
    all.push(share('Consistent competency pages', competencies.consistent, competencies.pages));
  return all;
}

function share(label: string, part: number, whole: number): Card {
  return {
    label,
    value: `${number(part)} of ${number(whole)}`,
    note: `${Math.floor((part / whole) * 100)} %`,
    isGood: part === whole,
  };
}

function card({ label, value, note, isGood }: Card) {
  return h(isGood ? 'div.good' : 'div.bad', [h('dt', label), h('dd', [h('strong', value), ' ', h('small', note)])]);
}

function change({ change: against }: ReportData): ElementContent[] {
  if (against === null) return [];
  const { added, gone } = against;
  return [
    h('p.change', [
      `Against ${against.against}: `,
      h('strong', `${number(added)} new`),
      ' and ',
      h('strong', `${number(gone)} gone`),
      '.',
    ]),
  ];
}
