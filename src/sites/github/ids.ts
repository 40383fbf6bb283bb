import { githubSlug } from '../../markdown/slug.ts';
import { type HeadingIds, numberedByHyphen } from '../../model/site-model.ts';

/** GitHub makes ids of headings from the words that it shows, and its own script finds `#Foo` for `#foo`. */
export const ids: HeadingIds = {
  hasAttributes: false,
  hasShortcodes: false,
  areRead: false,
  slugOf: (heading) => (heading.slug === null ? null : githubSlug(heading) || 'heading'),
  numbered: numberedByHyphen,
  ignoreCase: true,
};
