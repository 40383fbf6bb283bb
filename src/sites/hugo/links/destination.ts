import { withoutEnding } from '../../../files/paths.ts';
import type { Link } from '../../../markdown/facts.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { escaped, queryOf } from '../../destination.ts';
import { splitLanguage } from '../paths.ts';

/** An address from the top, or for `ref` the path in content that it looks up. */
export function destinationFor(target: Page, link: Link, _from: Page, handbook: Handbook): string {
  if (link.kind === 'ref') return referencePath(target, handbook);
  const { basePath, rooted } = handbook.config.hugo;
  // What no hook finds, the browser takes from the top of the host.
  const base = rooted === null ? basePath : '';
  const address = target.address === null ? referencePath(target, handbook) : base + target.address;
  return escaped(address) + queryOf(link);
}

/** What lookups find a page by in any of its languages: `/b/page`. */
export function contentPathOf(page: Page, handbook: Handbook): string {
  return splitLanguage(`${referencePath(page, handbook)}.md`, handbook.config.hugo).path.slice(0, -3);
}

function referencePath(target: Page, handbook: Handbook): string {
  const folder = handbook.contentFolder(target);
  if (target.kind === 'section') return folder;
  const parts = withoutEnding(target.path).split('/');
  const name = target.kind === 'leaf' ? parts.at(-2) : parts.at(-1);
  return `${folder === '/' ? '' : folder}/${name}`;
}
