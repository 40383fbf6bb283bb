import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { count, inThousands } from '../../phrases/amounts.ts';
import type { Figures, ReportData } from '../data.ts';
import { type ReportPart, table } from './pieces.ts';
import { trendChart } from './trend.ts';

const reasons: Readonly<Record<string, string>> = {
  generated: 'To a heading that is made when the site is built',
  'unknown-tree': 'To addresses that something else serves',
  shortcode: 'With an address that a shortcode makes',
  'not-shown': 'Relative ones, in a file that no page shows',
  hook: 'Made by a template of the site',
  'unknown-site': 'To addresses, and nobody knows what builds the site',
};

/** The figures on one screen: how things are, what changed, and how they went. */
export function glancePart(data: ReportData): ReportPart {
  const { figures } = data;
  const content: ElementContent[] = [h('dl.cards', cards(figures).flatMap(card)), ...change(data)];
  const unknown = Object.entries(figures.unknown).map(([reason, count]) => [reasons[reason] ?? reason, count]);
  if (unknown.length > 0) content.push(table('Links that cannot be checked', ['Why', 'Links'], unknown));
  if (data.trend.length > 0) content.push(...trendChart([...data.trend, { date: data.date, figures }]));
  return { id: 'glance', title: 'At a glance', content };
}

interface Card {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  /** `plain`: neither good nor bad. */
  readonly mood: 'good' | 'bad' | 'plain';
  /** From 0 to 1, where the figure is a share. */
  readonly share?: number;
}

function cards(figures: Figures): Card[] {
  const { links, roles, competencies, errors, warnings } = figures;
  const all: Card[] = [
    {
      label: 'Pages',
      value: inThousands(figures.pages),
      note: `${inThousands(links.checked)} links checked`,
      mood: 'plain',
    },
    {
      label: 'Broken links',
      value: inThousands(links.broken),
      note: `${inThousands(links.unknown)} could not be checked`,
      mood: links.broken === 0 ? 'good' : 'bad',
    },
    {
      label: 'Findings',
      value: inThousands(errors + warnings),
      note: `${count(errors, 'error')}, ${count(warnings, 'warning')}`,
      mood: errors === 0 ? 'good' : 'bad',
    },
  ];
  if (roles.pages > 0) all.push(share('Complete role pages', roles.complete, roles.pages));
  if (competencies.pages > 0)
    all.push(share('Consistent competency pages', competencies.consistent, competencies.pages));
  return all;
}

function share(label: string, part: number, whole: number): Card {
  return {
    label,
    value: `${inThousands(part)} of ${inThousands(whole)}`,
    note: `${Math.floor((part / whole) * 100)} %`,
    mood: part === whole ? 'good' : 'bad',
    share: part / whole,
  };
}

function card({ label, value, note, mood, share: part }: Card) {
  const bar = part === undefined ? [] : [h('meter', { min: 0, max: 1, value: part.toFixed(2), ariaLabel: label })];
  return h(`div.${mood}`, [h('dt', label), h('dd', [h('strong', value), ...bar, ' ', h('small', note)])]);
}

function change({ change: against }: ReportData): ElementContent[] {
  if (against === null) return [];
  const { added, gone } = against;
  return [
    h('p.change', [
      `Against ${against.against}: `,
      h('strong', `${inThousands(added)} new`),
      ' and ',
      h('strong', `${inThousands(gone)} gone`),
      '.',
    ]),
  ];
}
