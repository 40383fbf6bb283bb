import { type HeadingIds, numberedByHyphen } from '../../model/site-model.ts';

/**
 * GitHub makes ids of headings from the words that it shows, and its own script finds `#Foo` for `#foo`.
 * The words are read as `headingIds: 'shown'` has them.
 */
export const ids: HeadingIds = {
  hasAttributes: false,
  hasShortcodes: false,
  areRead: false,
  slugOf: ({ slug }) => slug,
  numbered: numberedByHyphen,
  ignoreCase: true,
};
