import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { inThousands } from '../../phrases/amounts.ts';
import type { ReportData, RoleReport } from '../data.ts';
import { fileLink, type ReportPart, table } from './pieces.ts';

const signs: Readonly<Record<RoleReport['sections'][number]['state'], string>> = {
  has: '✓ there',
  lacks: '✗ missing',
  empty: '○ empty',
  flawed: '! to mend',
  unknown: '? cannot be checked',
};

/** One table for each page type: which section each page has, lacks, or has empty. Pages that lack most come first. */
export function rolesPart({ roles, source }: ReportData): ReportPart | null {
  if (roles.length === 0) return null;
  const types = [...new Set(roles.map(({ type }) => type))];
  const content = types.flatMap((type): ElementContent[] => {
    const pages = roles
      .filter((role) => role.type === type)
      .sort((a, b) => lacking(b) - lacking(a) || (a.path < b.path ? -1 : 1));
    const heads = pages[0]?.sections.map(({ name }) => name) ?? [];
    const rows = pages.map(({ path, title, sections }) => [
      h('span', [title, h('span.path', fileLink(source, path))]),
      ...sections.map(({ state }) => h(`span.section.${state}`, signs[state])),
    ]);
    const caption = `Pages of type ${type} (${inThousands(pages.length)})`;
    return [table(caption, ['Page', ...heads], rows)];
  });
  return { id: 'roles', title: 'Role pages', content };
}

function lacking({ sections }: RoleReport): number {
  return sections.filter(({ state }) => state === 'lacks' || state === 'empty').length;
}
