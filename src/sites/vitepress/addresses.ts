import { compileGlobs } from '../../config/glob.ts';
import { folderPrefix } from '../../files/paths.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placeAt, placement, sourceFile } from '../content-paths.ts';
import type { VitepressSettings } from './config.ts';
import { rewritten } from './rewrites.ts';

/** Folders whose pages are never built, wherever they lie. */
const LEFT_OUT = ['**/node_modules/**', '**/dist/**'];

/** The path of a page below the folder of pages once `rewrites` have moved it: `guide/setup.md`. */
export function routeOf(path: string, { content, rewrites }: VitepressSettings): string {
  return rewritten(belowContent(path, content).slice(1), rewrites);
}

/** `a/b.md` is built as `/a/b.html`, whatever `cleanUrls` says, and `a/index.md` as `/a/index.html` (VitePress 1.6.4). */
export function placeAll({ content }: SiteFiles, settings: VitepressSettings): Placement {
  const isOut = compileGlobs([...LEFT_OUT, ...settings.excluded.flatMap((glob) => [glob, `${glob}/**`])]);
  const places = content.map((path) => [path, placeOf(path, isOut, settings)] as const);
  const published = (path: string, isContent: boolean) =>
    isContent ? sourceFile(path) : belowContent(path, settings.static);
  return placement(new Map(places), published);
}

function placeOf(path: string, isOut: (path: string) => boolean, settings: VitepressSettings): Place {
  const below = belowContent(path, settings.content).slice(1);
  const route = `/${routeOf(path, settings)}`;
  const isBuilt = !isOut(below) && !/\[\w+\]/.test(below);
  const folder = folderPrefix(route);
  const isFolder = route === `${folder}index.md`;
  const address = isFolder ? folder : route.replace(/\.md$/, '.html');
  return placeAt(route, { isFolder, address: isBuilt ? address : null });
}
