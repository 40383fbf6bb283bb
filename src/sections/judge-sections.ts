import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { Judge } from './judge.ts';
import { labelledSections, withLabels } from './labels.ts';
import { roleWordsOf } from './names/role-words.ts';
import { type CompiledSection, pageTypeOf } from './page-type.ts';
import type { SectionProblem } from './problems.ts';
import { labelOfKey } from './roles/reporting-keys.ts';
import { layPage, typedPageOf } from './typed-page.ts';

/** Compares a page with its type, if it has one. Problems come in the order of the type's sections. */
export function judgeSections(page: Page, handbook: Handbook): readonly SectionProblem[] {
  return pageTypeOf(page, handbook)?.kind === 'type' ? problemsOfPage(handbook, page) : none;
}

const none: readonly SectionProblem[] = [];

// A rule asks, and then who counts what cannot be checked.
const problemsOfPage = query('problems of sections', judgePage, { keep: 4 });

function judgePage(handbook: Handbook, page: Page): readonly SectionProblem[] {
  const written = typedPageOf(page, handbook);
  if (written === null) return none;
  const { type, outline, title } = written;
  const around = roleWordsOf([title]);
  const isHeaded = ({ names }: CompiledSection) => outline.sections.some(({ text }) => names.isSure(text, around));
  // A page with a heading for each section needs no other pages to be read.
  const labelled = type.sections.every(isHeaded) ? noSections : labelledSections(handbook, type);
  const read = labelled.size === 0 ? written : layPage(title, type, withLabels(outline, labelled, title));
  const judge = new Judge(read, labelled);
  const problems = type.sections.flatMap((section) => judge.section(section));
  // What the front matter lists, the site's templates show.
  const isShown = ({ kind, section }: SectionProblem) =>
    kind === 'missing' && keysOfLists(page).some((key) => section.names.isSure(key, around));
  return [...problems.filter((problem) => !isShown(problem)), ...judge.order()];
}

/** Keys of the front matter that hold a list or a map with something in it. */
function keysOfLists({ facts }: Page): readonly string[] {
  const values = Object.entries(facts.frontMatter?.values ?? {});
  const isFilled = (value: unknown) => typeof value === 'object' && Object.keys(value ?? {}).length > 0;
  return values.flatMap(([key, value]) => (isFilled(value) ? labelOfKey(key) : []));
}

const noSections: ReadonlySet<CompiledSection> = new Set();
