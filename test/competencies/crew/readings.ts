import { test } from 'vitest';
import type { Competency, CompetencyGroup, Framework } from '../../../src/competencies/framework.ts';
import { frameworksOf } from '../../../src/competencies/reading/read-framework.ts';
import { Golden } from '../../support/golden.ts';
import { short } from '../../support/said.ts';
import { type Asking, type Files, handbookOf } from './crew.ts';

/** What was read of a framework: its levels, departments and shared lists, then each page with its groups and competencies. */
function readingOf({ levels, departments, groups, pages, shared, agreed, unread }: Framework): readonly string[] {
  const lists = [...shared, ...agreed].map(
    ({ level, group: { name }, page, call, items, policy, agreed: by }) =>
      `${level.id} ${name} of ${page.path} ${by === undefined ? (call ?? 'base') : 'agreed'} ${policy} ${items.length}`,
  );
  return [
    `levels ${levels.map(({ id, name, order }) => `${id}=${name}${order === null ? '' : ` ${order}`}`).join(', ')}`,
    ...departments.map(
      ({ id, name, parent, index, groupsFrom, groups: asked }) =>
        `department ${id}=${name} below ${parent?.id ?? '-'} index ${index?.path ?? '-'} asks ${asked.map(groupWords).join(', ')}${groupsFrom === null ? '' : ` as ${groupsFrom.id}`}`,
    ),
    `groups ${groups.map(groupWords).join(', ')}`,
    ...lists.map((each) => `shared ${each}`),
    ...pages.flatMap(({ department, level, page, shape, place, groups: own }) => [
      `${department.id || '(base)'} ${level.id}: ${shape} ${page.path} "${page.text.slice(...place)}"`,
      ...own.flatMap(readingOfGroup),
    ]),
    ...unread.map(({ page, range, why }) => `unread ${page.path} ${why} "${page.text.slice(...range).slice(0, 40)}"`),
  ].map((line) => `  ${short(line).replaceAll('\n', '⏎').trimEnd()}`);
}

function groupWords({ name, match, list: kind, min, optional }: Framework['groups'][number]): string {
  return `${name}/${match}/${kind}/${min}${optional ? '?' : ''}`;
}

function readingOfGroup(read: CompetencyGroup): readonly string[] {
  const { group: asked, heading, headingProblem, texts, lists, items, includes, opensWith, incomplete } = read;
  const about = [
    heading === asked.name ? '' : `"${heading}"`,
    headingProblem ?? '',
    incomplete ? 'incomplete' : '',
    `opens with ${opensWith}`,
    includes.length === 0 ? '' : `${includes.length} includes`,
    `lists ${lists.map(({ kind, via, items: of, struck }) => `${kind}${via === null ? '' : ' via'} ${of.length}${struck.length > 0 ? ` struck ${struck.length}` : ''}`).join(', ')}`,
  ];
  return [
    `  ${asked.name}: ${about.filter((each) => each !== '').join('; ')}`,
    ...items.map((item) => `    ${readingOfItem(item)}`),
    ...texts.map(
      ({ page, range, text, row }) =>
        `    text "${text}"${row === null ? '' : ` in row "${row}"`} "${page.text.slice(...range)}"`,
    ),
  ];
}

function readingOfItem({ page, textRange, wording, category, row, details, via }: Competency): string {
  const source = page.text.slice(...textRange);
  return [
    `- ${wording.text}`,
    source === wording.text ? '' : ` <${source}>`,
    category === null ? '' : ` in ${category.wording.text}`,
    row === null ? '' : ` row "${row}"`,
    details.length === 0 ? '' : ` with ${details.join(' + ')}`,
    via === null ? '' : ` via ${via.argument}`,
  ].join('');
}

type Reading = readonly [name: string, files: Files, asking?: Asking];

/** One test of many handbooks: what is read of each stands, word for word, in `expected/NAME.txt`. */
export function readings(name: string, all: readonly Reading[], common: Asking = {}): void {
  test(name, async () => {
    const golden = new Golden(new URL(`expected/${name.replaceAll(' ', '-')}.txt`, import.meta.url));
    for (const [scene, files, own] of all) {
      const handbook = await handbookOf({ _index: '# Home\n', ...files }, { ...common, ...own });
      golden.expect([scene, ...frameworksOf(handbook).flatMap(readingOf), ''].join('\n'));
    }
    golden.end();
  });
}
