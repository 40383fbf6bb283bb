import { groupBy } from '../../collections/groups.ts';
import type { Handbook } from '../../model/handbook.ts';
import { count } from '../../phrases/amounts.ts';
import { quoted, shown } from '../../phrases/quoted.ts';
import type { Finding, RelatedPlace, Suggestion } from '../finding.ts';
import { linesOf } from '../line-table.ts';
import type { Breakage, Cause } from './cause.ts';
import { redirectLine, redirectsFile, remedyFor } from './keep-address.ts';
import { newTarget, replacementFor } from './new-target.ts';
import { fixAtCause, fixAtLink, oldPlace, whatHappened } from './words.ts';

/** A finding on a link, and what in the change made it. */
export interface Explained extends Breakage {
  readonly finding: Finding;
}

/** The finding in terms of its cause: what the change did, and what to link to now. */
export function explainLink({ finding, link, cause, works }: Explained, handbook: Handbook): Finding {
  const target = newTarget(link, handbook.page(finding.path), cause, handbook);
  const text = target === null ? null : replacementFor([finding.start.offset, finding.end.offset], link, target);
  const others = finding.suggestions.filter((suggestion) => suggestion.text !== text);
  const first: readonly Suggestion[] =
    text === null ? [] : [{ title: `Link to ${target}`, text, safe: cause.kind !== 'anchor-removed' }];
  const place = placeOf(cause, handbook);
  return {
    ...finding,
    message: works
      ? `${whatHappened(cause)}, and this link gets there by its old address only. ${fixAtLink(cause, target)}`
      : `${whatHappened(cause)}, and this link still goes to ${oldPlace(cause)}. ${fixAtLink(cause, target)}`,
    suggestions: [...first, ...others],
    related: place === null ? finding.related : [{ ...place, message: `${whatHappened(cause)}.` }, ...finding.related],
    data: { ...finding.data, cause: cause.kind },
  };
}

/** One finding for each cause that has a place on a page: it lists the links that do not work any more, and says how to keep the old address. */
export function causeFindings(explained: readonly Explained[], handbook: Handbook): readonly Finding[] {
  const groups = groupBy(
    explained.filter(({ works }) => !works),
    ({ finding, cause }) => JSON.stringify([finding.rule, signOf(cause)]),
  );
  return [...groups].flatMap(([key, members]) => atCause(key, members, handbook) ?? []);
}

function atCause(key: string, members: readonly Explained[], handbook: Handbook): Finding | null {
  const [first] = members;
  const remedy = first === undefined ? null : remedyFor(first.cause, handbook);
  if (first === undefined || remedy === null) return null;
  const { cause } = first;
  const lines = linesOf(remedy.page);
  const note = noteFor(cause, handbook);
  const pages = new Set(members.map(({ finding }) => finding.path)).size;
  const go = members.length === 1 ? 'goes' : 'go';
  const links = `${count(members.length, 'link')} on ${count(pages, 'page')} still ${go} to ${oldPlace(cause)}`;
  return {
    rule: first.finding.rule,
    severity: members.some(({ finding }) => finding.severity === 'error') ? 'error' : 'warn',
    path: remedy.page.path,
    start: lines.point(remedy.range[0]),
    end: lines.point(remedy.range[1]),
    message: `${whatHappened(cause)}, and ${links}. ${fixAtCause(cause, remedy.suggestions[0]?.text ?? null)}`,
    note: note ?? undefined,
    suggestions: remedy.suggestions,
    url: first.finding.url,
    related: members.map((member) => listed(member, handbook)),
    data: { cause: cause.kind, links: members.length },
    key,
  };
}

function listed({ finding, link, cause }: Explained, handbook: Handbook): RelatedPlace {
  const target = newTarget(link, handbook.page(finding.path), cause, handbook);
  const words = link.text.trim() === '' ? 'A link' : `The link ${quoted(link.text)}`;
  const advice = target === null ? '' : ` Link to ${shown(target)} instead.`;
  return { path: finding.path, line: finding.start.line, message: `${words} goes to ${shown(link.href)}.${advice}` };
}

function placeOf(cause: Cause, handbook: Handbook): { path: string; line: number } | null {
  const remedy = remedyFor(cause, handbook);
  return remedy === null ? null : { path: remedy.page.path, line: linesOf(remedy.page).point(remedy.range[0]).line };
}

/** A line to paste where no suggestion can put it. */
function noteFor(cause: Cause, handbook: Handbook): string | null {
  const file = redirectsFile(handbook)?.path;
  const paste = (text: string, code: string) => `${text}\n\n\`\`\`text\n${code}\n\`\`\``;
  if (cause.kind === 'page-moved' && file !== undefined && cause.before.address !== null) {
    const line = redirectLine(cause.before.address, cause.after.address ?? '/');
    return paste(`To redirect the old address instead, add this line to \`${file}\`.`, line);
  }
  return null;
}

/** Equal for one and the same cause. */
function signOf(cause: Cause): readonly string[] {
  switch (cause.kind) {
    case 'page-moved':
    case 'page-hidden':
    case 'page-deleted':
      return [cause.kind, cause.before.path];
    case 'heading-renamed':
    case 'anchor-removed':
      return [cause.kind, cause.page.path, cause.oldId];
    case 'file-moved':
    case 'file-deleted':
      return [cause.kind, cause.oldPath];
    case 'redirect-removed':
      return [cause.kind, cause.from];
  }
}
