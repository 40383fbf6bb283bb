import { rules } from '../../../rules/index.ts';
import { judgeLinks } from '../../links/judge.ts';
import { incomingLinks } from '../../links/linked-pages.ts';
import { linesOf } from '../../lint/line-table.ts';
import { lint } from '../../lint/run.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { pageTypeOf } from '../../sections/page-type.ts';
import { recordOf } from './link-record.ts';

/** What `explain --format json` prints of a page: what `explain` says, for programs. */
export function pageRecord(page: Page, handbook: Handbook) {
  const { path, kind, address, unbuilt } = page;
  const itself = { path, kind, address, unbuilt };
  if (kind === 'redirects') {
    const redirects = handbook.redirects.filter((rule) => rule.path === path);
    return { ...itself, redirects: redirects.map(({ from, to }) => ({ from, to })) };
  }
  if (kind === 'data') return itself;
  const lines = linesOf(page);
  const line = (offset: number) => lines.point(offset).line;
  const type = pageTypeOf(page, handbook);
  const { ids, generatedBy } = handbook.anchors(page);
  const { findings } = lint(handbook, { rules, paths: [path] });
  return {
    ...itself,
    title: page.title,
    pageType: type?.kind === 'type' ? type.type.type.name : null,
    anchors: [...ids.values()].map(({ id, path, heading, positional }) => ({ id, path, heading, positional })),
    generatedBy: [...new Set(generatedBy.map(({ name }) => name))],
    includes: handbook.includes(page).map(({ argument, call, state }) => ({
      line: line(call.range[0]),
      argument,
      state: state.kind,
      path: state.kind === 'found' ? state.page.path : null,
    })),
    shownOn: kind === 'include' ? handbook.shownOn(page).map((includer) => includer.path) : [],
    links: judgeLinks(page, handbook).map((judged) => recordOf(page, judged)),
    linkedFrom: incomingLinks(page, handbook).map(({ from, link }) => ({
      path: from.path,
      line: linesOf(from).point(link.target[0]).line,
      href: link.href,
    })),
    findings: findings.map(({ rule, severity, start, message }) => ({ rule, severity, line: start.line, message })),
  };
}
