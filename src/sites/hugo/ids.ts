import { type HeadingIds, usualIds } from '../../model/site-model.ts';

/** Hugo makes ids of headings from their Markdown, and obeys `{#id}`. */
export const ids: HeadingIds = {
  ...usualIds,
  hasAttributes: true,
  hasShortcodes: true,
  areRead: true,
};
