import type { Element } from 'hast';
import { h } from 'hastscript';
import { count } from '../../phrases/amounts.ts';
import type { Cell, FrameworkReport, ReportData } from '../data.ts';
import { type ReportPart, tableOf } from './pieces.ts';

/** A cell opens no more wordings than somebody reads. */
const MOST_OPENED = 100;

/** Departments and levels; a cell that drifts opens what differs. */
export function matrixPart({ frameworks }: ReportData): ReportPart | null {
  const read = frameworks.filter(({ cells }) => cells.length > 0);
  if (read.length === 0) return null;
  const legend = h('p.legend', [
    h('span.state.consistent', '✓ consistent, with the number of competencies'),
    ' ',
    h('span.state.drift', '≠ drifts, opens what differs'),
    ' ',
    h('span.state.missing', '∅ missing'),
  ]);
  return { id: 'competencies', title: 'Competency matrix', content: [legend, ...read.map(matrix)] };
}

function matrix({ name, levels, departments, cells }: FrameworkReport): Element {
  const at = new Map(cells.map((cell) => [`${cell.department}\n${cell.level}`, cell]));
  const shown = levels.filter(({ id }) => cells.some(({ level, state }) => level === id && state !== 'none'));
  const rows = departments.map((department) => {
    const own = shown.map((level) => {
      const cell = at.get(`${department.id}\n${level.id}`);
      return cell === undefined ? h('td') : cellOf(cell, `${department.name}, ${level.name}`);
    });
    return h('tr', [h('th', { scope: 'row' }, nameOf(department, departments)), ...own]);
  });
  const heads = ['Department', ...shown.map((level) => level.name)];
  return tableOf('table.matrix', `Competencies of ${name}`, heads, rows);
}

type Department = FrameworkReport['departments'][number];

/** Two departments of one name are told apart by their places. */
function nameOf({ id, name }: Department, all: readonly Department[]): string {
  return all.some((other) => other.id !== id && other.name === name) ? `${name} (${id})` : name;
}

function cellOf({ state, items, findings, page }: Cell, label: string): Element {
  const sign = (text: string) => h('span', { ariaHidden: 'true' }, `${text} `);
  switch (state) {
    case 'none':
      return h('td');
    case 'missing':
      return h('td.state.missing', h('span', [sign('∅'), 'missing']));
    case 'consistent': {
      const inWords = h('span.unseen', ' competencies, consistent');
      return h('td.state.consistent', { title: page }, h('span', [sign('✓'), `${items}`, inWords]));
    }
    case 'drift': {
      const opens = {
        type: 'button',
        dataFindings: findings.slice(0, MOST_OPENED).join(' '),
        dataLabel: label,
        ariaHasPopup: 'dialog',
        ariaLabel: `${label}, ${count(findings.length, 'finding')}`,
      } as const;
      return h('td.state.drift', h('button', opens, `≠ ${findings.length}`));
    }
  }
}
