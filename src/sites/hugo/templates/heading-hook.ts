import type { FollowedTemplate } from '../../../config/hugo-settings.ts';
import { answersOf } from './followed-template.ts';
import { runHeading } from './language/run.ts';
import { partsOf } from './language/syntax.ts';
import { EMPTY_SITE } from './language/values.ts';
import { withoutComments } from './language/without-comments.ts';

/** Whether a template for headings gives each the id that Hugo made for it, and nothing else; the first and the last level may have none. */
export function keepsHeadingIds(template: string, followed: FollowedTemplate | null): boolean {
  const kept = followed === null ? null : [1, 2, 3, 4, 5, 6].map((level) => keepsId(followed, level));
  if (kept !== null && !kept.includes(null)) return !kept.includes(false);
  const text = withoutComments(template.slice(0, MOST_READ));
  const ids = [...text.matchAll(/<h\{\{[^}]*\}\}[^>]*?\sid\s*=\s*["']?((?:\{\{[^}]*\}\}|[^"'\s>])*)/g)].map(
    ([, id = '']) => id,
  );
  return ids.length > 0 && ids.every((id) => /^\{\{-?\s*\.Anchor(?:\s*\|\s*safe\w+)*\s*-?\}\}$/.test(id.trim()));
}

const MOST_READ = 10_000;

/** `null` where that depends on what only the build knows. */
function keepsId(followed: FollowedTemplate, level: number): boolean | null {
  const site = { ...EMPTY_SITE, ...answersOf(followed) };
  const output = runHeading(partsOf(followed.template) ?? [], level, 'anchor-of-hugo', site);
  if (output === null) return null;
  const ids = [...output.matchAll(/\sid\s*=\s*["']?([^"'\s>]*)/g)].map(([, id]) => id);
  return ids.length === 0 ? level === 1 || level === 6 : ids.every((id) => id === 'anchor-of-hugo');
}
