import { quoted } from '../../phrases/quoted.ts';
import type { Finding } from '../finding.ts';
import type { Change } from './cause.ts';

/** Adds to a finding on a page that the change did not touch a note on which changed file is the cause. */
export function explainOnUntouchedPage(finding: Finding, change: Change): Finding {
  const changed = [...new Set(change.files.map(({ path }) => path))];
  const related = new Set(finding.related.map(({ path }) => path));
  const page = change.after.page(finding.path);
  const includes =
    page === undefined
      ? []
      : change.after.includes(page).map(({ state }) => (state.kind === 'found' ? state.page.path : ''));
  const likely = changed.filter((path) => related.has(path) || includes.includes(path));
  const named = (likely.length > 0 ? likely : changed).filter(
    (path) => change.after.page(path) ?? change.before.page(path),
  );
  const first = named
    .slice(0, 3)
    .map((path) => quoted((change.after.page(path) ?? change.before.page(path))?.title ?? path));
  const more = named.length > first.length ? ` and ${named.length - first.length} more` : '';
  const where = first.length === 0 ? 'files that are no pages' : `${first.join(', ')}${more}`;
  const why = `This page itself did not change. The finding comes from this change to ${where}.`;
  return { ...finding, note: finding.note === undefined ? why : `${finding.note}\n\n${why}` };
}
