import { withoutComments } from './hooks.ts';
import { runHeading } from './run-template.ts';
import { MAX_TEMPLATE, type Part, parseTemplate } from './template-syntax.ts';
import { EMPTY_SITE } from './template-values.ts';

/** Whether a template for headings gives each the id that Hugo made for it, and nothing else; the first and the last level may have none. */
export function keepsHeadingIds(template: string): boolean {
  if (template.length > MAX_TEMPLATE) return false;
  const parts = parseTemplate(template);
  const kept = parts === null ? null : [1, 2, 3, 4, 5, 6].map((level) => keepsId(parts, level));
  if (kept !== null && !kept.includes(null)) return !kept.includes(false);
  const text = withoutComments(template);
  const ids = [...text.matchAll(/<h\{\{[^}]*\}\}[^>]*?\sid\s*=\s*["']?((?:\{\{[^}]*\}\}|[^"'\s>])*)/g)].map(
    ([, id = '']) => id,
  );
  return ids.length > 0 && ids.every((id) => /^\{\{-?\s*\.Anchor(?:\s*\|\s*safe\w+)*\s*-?\}\}$/.test(id.trim()));
}

/** `null` where that depends on what only the build knows. */
function keepsId(parts: readonly Part[], level: number): boolean | null {
  const output = runHeading(parts, level, 'anchor-of-hugo', EMPTY_SITE);
  if (output === null) return null;
  const ids = [...output.matchAll(/\sid\s*=\s*["']?([^"'\s>]*)/g)].map(([, id]) => id);
  return ids.length === 0 ? level === 1 || level === 6 : ids.every((id) => id === 'anchor-of-hugo');
}
