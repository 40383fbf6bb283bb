import { rules } from '../../../rules/index.ts';
import { judgeLinks } from '../../links/judge.ts';
import { incomingLinks } from '../../links/linked-pages.ts';
import { linesOf } from '../../lint/line-table.ts';
import { lint } from '../../lint/run.ts';
import type { Handbook, Include, Page } from '../../model/handbook.ts';
import { judgeSections } from '../../sections/judge-sections.ts';
import { pageTypeOf } from '../../sections/page-type.ts';
import { sectionName } from '../../sections/wording.ts';
import type { Broken, Indirection, Resolution } from '../../sites/resolution.ts';

/** All that is known of a page: the answer to "why is my link broken?". */
export function describePage(page: Page, handbook: Handbook): readonly { title: string; rows: readonly string[] }[] {
  const parts = Object.entries(partsOf(page, handbook)).filter(([, rows]) => rows.length > 0);
  return [
    { title: page.path, rows: describeItself(page, handbook) },
    ...parts.map(([name, rows]) => ({ title: `${name} (${rows.length})`, rows })),
  ];
}

function partsOf(page: Page, handbook: Handbook): Readonly<Record<string, readonly string[]>> {
  if (page.kind === 'redirects') {
    const own = handbook.redirects.filter(({ path }) => path === page.path);
    return { Redirects: own.map(({ from, to }) => `${from} → ${to}`) };
  }
  const lines = linesOf(page);
  const at = (offset: number) => String(lines.point(offset).line).padStart(5);
  const includers = page.kind === 'include' ? handbook.shownOn(page) : [];
  const links = judgeLinks(page, handbook);
  const incoming = incomingLinks(page, handbook);
  const { findings } = lint(handbook, { rules, paths: [page.path] });
  return {
    Sections: describeSections(page, handbook, at),
    'Other anchors': describeOtherAnchors(page, handbook),
    Includes: handbook.includes(page).map((include) => `${at(include.call.range[0])}  ${describeInclude(include)}`),
    'Shown on': includers.map(({ path, address }) => `${path}  ${address}`),
    Links: links.map(
      ({ link, resolution }) => `${at(link.target[0])}  ${link.href} → ${describeResolution(resolution)}`,
    ),
    'Links to this page': incoming.map(
      ({ from, link }) => `${from.path}:${linesOf(from).point(link.target[0]).line}  ${link.href}`,
    ),
    Findings: findings.map(({ start, message }) => `${String(start.line).padStart(5)}  ${message}`),
  };
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
      const ways = indirections.length === 0 ? '' : `  (${indirections.map(describeIndirection).join(', ')})`;
      return `${address}${anchor === null ? '' : `#${anchor.id}`}${ways}`;
    }
    case 'broken':
      return `broken, ${describeFault(resolution)}`;
    case 'unknown':
      return `cannot be checked, ${uncheckable[resolution.reason] ?? resolution.reason}`;
  }
}

function describeIndirection(indirection: Indirection): string {
  return indirection.kind === 'redirect' ? `sent on by ${indirection.rule.path}` : ways[indirection.kind];
}

const ways: Readonly<Record<Exclude<Indirection['kind'], 'redirect'>, string>> = {
  alias: 'an old address of that page',
  case: 'which has other capital letters',
  browser: 'as browsers read it',
};

function describeFault({ reason, address, page, fragment }: Broken): string {
  const faults: Readonly<Record<Broken['reason'], string>> = {
    'missing-page': `there is no page ${address}`,
    'missing-anchor': `${page?.path ?? address} has no heading for #${fragment}`,
    'missing-file': `there is no file ${address}`,
    unrendered: `${page?.path ?? address} has no address on the site`,
    outside: 'it leads out of the handbook',
    'off-site': 'it leaves the site, where that page has another address',
  };
  return faults[reason];
}
