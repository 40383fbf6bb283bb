import type { Handbook, Page } from '../../model/handbook.ts';
import { lastSegment } from '../href.ts';
import type { JekyllSettings } from './config.ts';

/** Files of a repository that jekyll-optional-front-matter 0.3 leaves alone: they are meant for those who work on the site. */
const LEFT_ALONE =
  /^(?:README|LICEN[CS]E|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)\.[^.]+$/i;

export function isLeftAlone(name: string): boolean {
  return LEFT_ALONE.test(name);
}

/**
 * Whether it is certain that Jekyll makes a page of the file. One without front matter is copied as it is, unless plugins say
 * otherwise: a README is the page of a folder that has no other.
 */
export function isRendered(
  { path, address, facts }: Page,
  { optionalFrontMatter, readmeIndex }: JekyllSettings,
  handbook: Handbook,
): boolean {
  if (facts.frontMatter !== null) return true;
  const name = lastSegment(path);
  if (/^README\./i.test(name))
    return (
      readmeIndex === true && address?.endsWith('/') === true && handbook.fileAt(`${address}index.html`) === undefined
    );
  return optionalFrontMatter === true && !isLeftAlone(name);
}
