import type { Anchor, Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { decodePercent } from '../href.ts';

/** Whether the layout of a page shows nothing of the page's text; a page for which a layout is named, by itself or by a section, is not known. */
export function isSilent(page: Page, handbook: Handbook): boolean {
  return Object.hasOwn(handbook.config.hugo.silentLayouts, 'home') && layoutIsSilent(handbook, page);
}

const layoutIsSilent = query('layout shows no text', (handbook, page: Page) => {
  const { silentLayouts, taxonomies } = handbook.config.hugo;
  if (page.address === null) return false;
  const folders = handbook.contentFolder(page).split('/').filter(Boolean);
  const [top = 'page'] = folders;
  const isList = page.kind === 'section';
  if (isList && taxonomies.includes(top)) return false;
  const kind = isList ? 'section' : 'page';
  const silent =
    isList && folders.length === 0
      ? silentLayouts.home
      : (silentLayouts[`${kind} ${top.toLowerCase()}`] ?? silentLayouts[kind]);
  if (silent !== true || namesLayout(page.facts.frontMatter?.values)) return false;
  return !['', ...folders].some((_, depth) => {
    const above = handbook.pageAtContentPath(`/${folders.slice(0, depth).join('/')}`, page.language);
    return above !== undefined && cascadesLayout(above.facts.frontMatter?.values);
  });
});

type Values = Readonly<Record<string, unknown>> | null | undefined;

function namesLayout(values: Values): boolean {
  return Object.keys(values ?? {}).some((key) => /^(?:type|layout)$/i.test(key));
}

function cascadesLayout(values: Values): boolean {
  const cascade = Object.entries(values ?? {}).find(([key]) => key.toLowerCase() === 'cascade')?.[1];
  return cascade !== undefined && /"(?:type|layout)":/i.test(JSON.stringify(cascade));
}

/** Whether settings and layouts may hide the anchor that a fragment meets, or make the one that it does not meet. */
export function mayChangeAnchor(met: Anchor | 'missing', fragment: string, page: Page, handbook: Handbook): boolean {
  const { keepsHeadingIds, withOwnMarkup, markdown } = handbook.config.hugo;
  const isMissing = met === 'missing';
  if (isSilent(page, handbook)) return true;
  if ((isMissing || met.headingIndex !== null) && (!keepsHeadingIds || withOwnMarkup.includes(page.language)))
    return true;
  // The prefix of footnotes is made when the site is built.
  const isOfFootnote = markdown.footnotes === 'prefixed' && /^h[\da-f]{16}fn(?:ref\d*)?:/.test(fragment);
  return isMissing && (isOfFootnote || isOfLayout(fragment, page, handbook));
}

/** Whether the layout that a page is shown in may have the id. */
function isOfLayout(fragment: string, page: Page, handbook: Handbook): boolean {
  const { layoutIds, layoutsMakeIds } = handbook.config.hugo;
  const id = decodePercent(fragment);
  if (layoutIds.some((known) => (known.endsWith('*') ? id.startsWith(known.slice(0, -1)) : id === known))) return true;
  return layoutsMakeIds && (page.kind === 'section' || handbook.anchors(page).ids.size === 0);
}
