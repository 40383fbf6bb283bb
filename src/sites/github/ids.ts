import { type HeadingIds, usualIds } from '../../model/site-model.ts';

/**
 * GitHub makes ids of headings from the words that it shows, and its own script finds `#Foo` for `#foo`.
 * The words are read as `headingIds: 'shown'` has them.
 */
export const ids: HeadingIds = {
  ...usualIds,
  hasAttributes: false,
  ignoreCase: true,
};
