import type { FileTree } from '../../files/file-tree.ts';
import { decode } from '../../markdown/decode.ts';
import type { Page } from '../../model/handbook.ts';
import { wordsIn } from '../configuration/data-words.ts';
import type { NamedPage } from '../configuration/named-page.ts';
import type { MkdocsSettings } from './config.ts';

/**
 * The pages that mkdocs.yml names: in `nav`, and as what the plugin redirects sends old paths on to. Both are paths below the folder of
 * pages. MkDocs 1.6.1 takes `./a.md` in `nav` for `a.md`, but leaves `/a.md`, `b/../a.md` and `a.md#x` as they are; mkdocs-redirects 1.2
 * knows fragments, and no `./`.
 */
export function namedPages({ file, content: [folder = ''] }: MkdocsSettings, tree: FileTree): readonly NamedPage[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const nameOf = ({ path }: Page) => (path.startsWith(prefix) ? path.slice(prefix.length) : null);
  return wordsIn(decode(tree.read(file)).text).flatMap(({ word, range: [start], keys }): NamedPage[] => {
    const isMap = keys[0] === 'plugins' && keys.includes('redirects') && keys.includes('redirect_maps');
    if (keys[0] !== 'nav' && !isMap) return [];
    const name = isMap ? word.replace(/#.*$/s, '') : word;
    const page = prefix + (isMap ? name : name.replace(/^(?:\.\/)+/, ''));
    return [{ path: file, range: [start, start + name.length], page, isData: true, nameOf }];
  });
}
