import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';

/** Whether the layout of a page of a Hugo site shows nothing of the page's text; a page for which a layout is named, by itself or by a section, is not known. */
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
