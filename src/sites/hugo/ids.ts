import { type HeadingIds, numberedByHyphen } from '../../model/site-model.ts';

/** Hugo makes ids of headings from their Markdown, and obeys `{#id}`. */
export const ids: HeadingIds = {
  hasAttributes: true,
  hasShortcodes: true,
  areRead: true,
  slugOf: ({ slug }) => slug,
  numbered: numberedByHyphen,
  ignoreCase: false,
};
