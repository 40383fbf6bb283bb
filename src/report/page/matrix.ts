import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Cell, FrameworkReport, ReportData } from '../data.ts';
import type { PagePart } from './pieces.ts';

/** Departments and levels; a cell that drifts opens what differs. */
export function matrixPart({ frameworks }: ReportData): PagePart | null {
  const read = frameworks.filter(({ cells }) => cells.length > 0);
  if (read.length === 0) return null;
  const legend = h('p.legend', [
    h('span.state.consistent', '✓ consistent'),
    ' ',
    h('span.state.drift', '≠ drifts, with the number of findings'),
    ' ',
    h('span.state.missing', '∅ missing'),
  ]);
  return { id: 'competencies', title: 'Competency matrix', content: [legend, ...read.map(matrix)] };
}

function matrix({ name, levels, departments, cells }: FrameworkReport): ElementContent {
  const at = new Map(cells.map((cell) => [`${cell.department}\n${cell.level}`, cell]));
  const shown = levels.filter(({ id }) => cells.some(({ level, state }) => level === id && state !== 'none'));
  return h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: `Competencies of ${name}` }, [
    h('table.matrix', [
      h('caption', `Competencies of ${name}`),
      h(
        'thead',
        h('tr', [
          h('th', { scope: 'col' }, 'Department'),
          ...shown.map((level) => h('th', { scope: 'col' }, level.name)),
        ]),
      ),
      h(
        'tbody',
        departments.map((department) =>
          h('tr', [
            h('th', { scope: 'row' }, department.name),
            ...shown.map((level) => {
              const cell = at.get(`${department.id}\n${level.id}`);
              return cell === undefined ? h('td') : cellOf(cell, `${department.name}, ${level.name}`);
            }),
          ]),
        ),
      ),
    ]),
  ]);
}

function cellOf({ state, items, findings, page }: Cell, label: string): ElementContent {
  switch (state) {
    case 'none':
      return h('td');
    case 'missing':
      return h('td.state.missing', [h('span', { ariaHidden: 'true' }, '∅'), ' missing']);
    case 'consistent':
      return h('td.state.consistent', { title: page }, [
        h('span', { ariaHidden: 'true' }, '✓ '),
        `${items}`,
        h('span.unseen', ' competencies, consistent'),
      ]);
    case 'drift':
      return h(
        'td.state.drift',
        h(
          'button',
          {
            type: 'button',
            dataFindings: findings.join(' '),
            dataLabel: label,
            ariaHasPopup: 'dialog',
            ariaLabel: `${label}, ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
          },
          `≠ ${findings.length}`,
        ),
      );
  }
}
