import type { Page } from '../../model/handbook.ts';
import { lastSegment } from '../href.ts';
import type { JekyllSettings } from './config.ts';

/** Files of a repository that jekyll-optional-front-matter 0.3 leaves alone: they are meant for those who work on the site. */
const LEFT_ALONE =
  /^(?:README|LICEN[CS]E|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)\.[^.]+$/i;

/** Whether it is certain that Jekyll makes a page of the file. One without front matter is copied as it is, unless plugins say otherwise. */
export function isRendered({ path, facts }: Page, { optionalFrontMatter, readmeIndex }: JekyllSettings): boolean {
  if (facts.frontMatter !== null) return true;
  const name = lastSegment(path);
  if (readmeIndex === true && /^README\./i.test(name)) return true;
  return optionalFrontMatter === true && !LEFT_ALONE.test(name);
}
