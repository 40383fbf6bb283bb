import type { Handbook, Include, Page } from '../handbook/handbook.ts';
import { pageTypeOf } from '../handbook/sections/page-type.ts';
import { incomingLinks } from '../links/incoming.ts';
import { judgeLinks } from '../links/judge.ts';
import type { Resolution } from '../links/resolution.ts';
import { linesOf } from '../lint/line-table.ts';

/** A heading and the lines below it. */
export interface Part {
  readonly title: string;
  readonly rows: readonly string[];
}

/** All that is known of a page: the answer to "why is my link broken?". */
export function describePage(page: Page, handbook: Handbook): readonly Part[] {
  const parts: Part[] = [{ title: page.path, rows: describeItself(page, handbook) }];
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
  add('Anchors', describeAnchors(page, handbook));
  add(
    'Includes',
    handbook.includes(page).map((include) => `${at(include.call.range[0])}  ${describeInclude(include)}`),
  );
  add(
    'Shown on',
    page.kind === 'include' ? handbook.shownOn(page).map((shower) => `${shower.path}  ${shower.address}`) : [],
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
  return parts;
}

const kinds: Readonly<Record<Page['kind'], string>> = {
  section: 'the page of its folder',
  regular: 'a page',
  leaf: 'a page with files of its own',
  resource: 'a file of another page',
  include: 'an include',
  redirects: 'a file of redirects',
};

const unbuilt: Readonly<Record<NonNullable<Page['unbuilt']>, string>> = {
  draft: 'none, it is a draft',
  future: 'none, its date has not come yet',
  expired: 'none, it has expired',
  unrendered: 'none, its front matter says not to render it',
  'in-leaf-bundle': 'none, it lies beside the index.md of another page',
  include: 'none, it is shown on other pages',
  redirects: 'none',
};

function describeItself(page: Page, handbook: Handbook): string[] {
  const rows = [`Kind       ${kinds[page.kind]}`];
  rows.push(`Address    ${page.address ?? (page.unbuilt === null ? 'none' : unbuilt[page.unbuilt])}`);
  if (page.kind === 'redirects') return rows;
  rows.push(`Title      ${page.title}`);
  const type = pageTypeOf(page, handbook);
  if (type?.kind === 'type') rows.push(`Page type  ${type.type.type.name}, ${reasons[type.because]}`);
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

function describeAnchors(page: Page, handbook: Handbook): string[] {
  const { ids, generatedBy } = handbook.anchors(page);
  const rows = [...ids.values()].map(({ id, heading, positional, path }) => {
    const words = heading === null ? '' : `  ${heading}`;
    const number = positional ? '  (moves when a heading of that name is added above)' : '';
    return `#${id}${words}${number}${path === page.path ? '' : `  from ${path}`}`;
  });
  const makers = [...new Set(generatedBy.map(({ name }) => name))];
  return makers.length === 0 ? rows : [...rows, `and what these shortcodes make: ${makers.join(', ')}`];
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
  generated: 'the page has anchors that shortcodes make',
  'unknown-tree': 'something else serves this part of the site',
  'other-site': 'another site',
  shortcode: 'a shortcode makes the address',
};

function describeResolution(resolution: Resolution): string {
  switch (resolution.outcome) {
    case 'found': {
      const { accidents, address, anchor } = resolution;
      const ways = [...new Set(accidents.map(({ kind }) => kind))];
      const fragment = anchor === null ? '' : `#${anchor.id}`;
      return `${address}${fragment}${ways.length === 0 ? '' : `  (through ${ways.join(', ')})`}`;
    }
    case 'broken': {
      const { reason, address, fragment } = resolution;
      return `broken, ${reason.replace('-', ' ')} ${reason === 'missing-anchor' ? `#${fragment} on ` : ''}${address}`;
    }
    case 'unknown':
      return `cannot be checked, ${uncheckable[resolution.reason] ?? resolution.reason}`;
  }
}
