import { rules } from '../../../rules/index.ts';
import { incomingLinks } from '../../links/incoming.ts';
import { judgeLinks } from '../../links/judge.ts';
import { linesOf } from '../../lint/line-table.ts';
import { lint } from '../../lint/run.ts';
import type { Handbook, Include, Page } from '../../model/handbook.ts';
import { judgeSections } from '../../sections/judge-sections.ts';
import { pageTypeOf } from '../../sections/page-type.ts';
import { sectionName } from '../../sections/wording.ts';
import type { Broken, Indirection, Resolution } from '../../sites/resolution.ts';

interface TitledRows {
  readonly title: string;
  readonly rows: readonly string[];
}

/** All that is known of a page: the answer to "why is my link broken?". */
export function describePage(page: Page, handbook: Handbook): readonly TitledRows[] {
  const parts: TitledRows[] = [{ title: page.path, rows: describeItself(page, handbook) }];
  const add = (name: string, rows: readonly string[]) => {
    if (rows.length > 0) parts.push({ title: `${name} (${rows.length})`, rows });
  };
  if (page.kind === 'redirects') {
    const own = handbook.redirects.filter(({ path }) => path === page.path);
    add(
      'Redirects',
      own.map(({ from, to }) => `${from} → ${to}`),
    );
    return parts;
  }
  const lines = linesOf(page);
  const at = (offset: number) => String(lines.point(offset).line).padStart(5);
  add('Sections', describeSections(page, handbook, at));
  add('Other anchors', describeOtherAnchors(page, handbook));
  add(
    'Includes',
    handbook.includes(page).map((include) => `${at(include.call.range[0])}  ${describeInclude(include)}`),
  );
  add(
    'Shown on',
    page.kind === 'include' ? handbook.shownOn(page).map((includer) => `${includer.path}  ${includer.address}`) : [],
  );
  add(
    'Links',
    judgeLinks(page, handbook).map(
      ({ link, resolution }) => `${at(link.target[0])}  ${link.href} → ${describeResolution(resolution)}`,
    ),
  );
  add(
    'Links to this page',
    incomingLinks(page, handbook).map(
      ({ from, link }) => `${from.path}:${linesOf(from).point(link.target[0]).line}  ${link.href}`,
    ),
  );
  add(
    'Findings',
    lint(handbook, { rules, paths: [page.path] }).findings.map(
      ({ start, message }) => `${String(start.line).padStart(5)}  ${message}`,
    ),
  );
  return parts;
}

const kinds: Readonly<Record<Page['kind'], string>> = {
  section: 'the page of its folder',
  regular: 'a page',
  leaf: 'a page with files of its own',
  resource: 'a file of another page',
  include: 'an include',
  redirects: 'a file of redirects',
  data: 'a file of data',
};

const unbuilt: Readonly<Record<NonNullable<Page['unbuilt']>, string>> = {
  draft: 'none, it is a draft',
  future: 'none, its date has not come yet',
  expired: 'none, it has expired',
  unrendered: 'none, its front matter says not to render it',
  'in-leaf-bundle': 'none, it lies beside the index.md of another page',
  include: 'none, it is shown on other pages',
  redirects: 'none',
  data: 'none',
};

function describeItself(page: Page, handbook: Handbook): string[] {
  const rows = [`Kind       ${kinds[page.kind]}`];
  rows.push(`Address    ${page.address ?? (page.unbuilt === null ? 'none' : unbuilt[page.unbuilt])}`);
  if (page.kind === 'redirects' || page.kind === 'data') return rows;
  rows.push(`Title      ${page.title}`);
  const type = pageTypeOf(page, handbook);
  if (type?.kind === 'type') {
    rows.push(`Page type  ${type.type.type.name}, ${reasons[type.because]}`);
    for (const problem of judgeSections(page, handbook))
      if (problem.kind === 'unknown')
        rows.push(`Section    ${sectionName(problem.section)} cannot be checked, since ${problem.by} may show it`);
  }
  const { aliases } = page.facts.frontMatter?.values ?? {};
  for (const alias of Array.isArray(aliases) ? aliases : []) rows.push(`Alias      ${String(alias)}`);
  for (const redirect of handbook.redirects)
    if (redirect.to.replace(/[#?].*$/s, '') === page.address)
      rows.push(`Redirect   ${redirect.from} in ${redirect.path}`);
  return rows;
}

const reasons = {
  'front-matter': 'as its front matter says',
  path: 'as handbook.yaml says',
  looks: 'by its title and headings',
} as const;

/** The page's own headings, indented as they are nested, and how to link to each. */
function describeSections(page: Page, handbook: Handbook, at: (offset: number) => string): string[] {
  const own = [...handbook.anchors(page).ids.values()].filter(({ path }) => path === page.path);
  return page.facts.headings.map(({ level, text, range }, index) => {
    const anchor = own.find(({ headingIndex }) => headingIndex === index);
    const moves = anchor?.positional === true ? '  (moves when a heading of that name is added above)' : '';
    const link = anchor === undefined ? '' : `  #${anchor.id}${moves}`;
    return `${at(range[0])}  ${'  '.repeat(level - 1)}${text}${link}`;
  });
}

function describeOtherAnchors(page: Page, handbook: Handbook): string[] {
  const { ids, generatedBy } = handbook.anchors(page);
  const rows = [...ids.values()]
    .filter(({ path, headingIndex }) => path !== page.path || headingIndex === null)
    .map(({ id, heading, path }) => {
      const words = heading === null ? '' : `  ${heading}`;
      return `#${id}${words}${path === page.path ? '' : `  from ${path}`}`;
    });
  const makers = [...new Set(generatedBy.map(({ name }) => name))];
  return makers.length === 0 ? rows : [...rows, `and what these shortcodes make, ${makers.join(', ')}`];
}

function describeInclude({ argument, state }: Include): string {
  switch (state.kind) {
    case 'found':
      return `${argument} → ${state.page.path}`;
    case 'missing':
      return `${argument} → missing, there is no ${state.path}`;
    case 'outside':
      return `${argument} → leads out of the handbook`;
    case 'circular':
      return `${argument} → goes in a circle, ${state.chain.join(' → ')}`;
    case 'unread':
      return `${argument} → not read, ${state.why === 'not-markdown' ? 'it is not Markdown' : 'there are too many'}`;
  }
}

const uncheckable: Readonly<Record<string, string>> = {
  generated: 'shortcodes make anchors on that page',
  'unknown-tree': 'something else serves this part of the site',
  'other-site': 'another site',
  shortcode: 'a shortcode makes the address',
  'not-shown': 'no page shows this include',
  hook: 'the site has a link hook that cannot be understood, or a theme that is not here',
  'unknown-site': 'what it means is for the site generator to say',
};

function describeResolution(resolution: Resolution): string {
  switch (resolution.outcome) {
    case 'found': {
      const { indirections, address, anchor } = resolution;
      const ways = indirections.map(describeIndirection).filter((way) => way !== null);
      const fragment = anchor === null ? '' : `#${anchor.id}`;
      return `${address}${fragment}${ways.length === 0 ? '' : `  (${ways.join(', ')})`}`;
    }
    case 'broken':
      return `broken, ${describeFault(resolution)}`;
    case 'unknown':
      return `cannot be checked, ${uncheckable[resolution.reason] ?? resolution.reason}`;
  }
}

function describeIndirection(indirection: Indirection): string | null {
  switch (indirection.kind) {
    case 'redirect':
      return `sent on by ${indirection.rule.path}`;
    case 'alias':
      return 'an old address of that page';
    case 'case':
      return 'which has other capital letters';
    case 'browser':
      return 'as browsers read it';
  }
}

function describeFault({ reason, address, page, fragment }: Broken): string {
  switch (reason) {
    case 'missing-page':
      return `there is no page ${address}`;
    case 'missing-anchor':
      return `${page?.path ?? address} has no heading for #${fragment}`;
    case 'missing-file':
      return `there is no file ${address}`;
    case 'unrendered':
      return `${page?.path ?? address} has no address on the site`;
    case 'outside':
      return 'it leads out of the handbook';
    case 'off-site':
      return 'it leaves the site, where that page has another address';
  }
}
