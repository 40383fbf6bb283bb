import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { Judge } from './judge.ts';
import { labelledSections, withLabels } from './labels.ts';
import { layOut } from './levels.ts';
import { readOutline } from './outline.ts';
import { type CompiledSection, pageTypeOf } from './page-type.ts';
import type { SectionProblem } from './problems.ts';
import { roleWordsOf } from './role-words.ts';

/** Compares a page with its type, if it has one. Problems come in the order of the type's sections. */
export function judgeSections(page: Page, handbook: Handbook): readonly SectionProblem[] {
  return problemsOfPage(handbook, page);
}

// A rule asks, and then who counts what cannot be checked.
const problemsOfPage = query('problems of sections', judgePage, { keep: 4 });

function judgePage(handbook: Handbook, page: Page): readonly SectionProblem[] {
  const found = pageTypeOf(page, handbook);
  if (found?.kind !== 'type') return [];
  const { type } = found;
  const written = readOutline(page, handbook);
  const around = roleWordsOf([page.title]);
  const isHeaded = ({ names }: CompiledSection) => written.sections.some(({ text }) => names.isSure(text, around));
  // A page with a heading for each section needs no other pages to be read.
  const labelled = type.sections.every(isHeaded) ? none : labelledSections(handbook, type);
  const outline = withLabels(written, labelled, page.title);
  const judge = new Judge({ outline, layout: layOut(outline, page.title, type), type, labelled, title: page.title });
  return [...type.sections.flatMap((section) => judge.section(section)), ...judge.order()];
}

const none: ReadonlySet<CompiledSection> = new Set();
