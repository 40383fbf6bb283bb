import { type FileTree, listInside } from '../../../files/file-tree.ts';
import { cleanRelative } from '../../../files/paths.ts';

type Texts = readonly { readonly text: string }[];

/** The file at the root that lists modules. */
export const goMod = 'go.mod';

const IN_CONFIG = /([\w./-]{1,200}) ?-> ?([\w.-][\w./-]{0,200})/g;
const IN_GO_MOD = /^(?:replace)?[ \t]*([\w./-]{1,200})(?: v[\w.+-]{1,100})? => (\.[\w./-]{0,200})/gm;

/**
 * The folders of the site's own that stand in for modules, by the names of those: `replacements = "example.org/kit -> ../kit"`, from
 * the folder of themes, or `replace` in go.mod, from the top. Run with 0.131 and 0.169; go.mod as Go's reference has it.
 */
export function replacedModules(
  files: Texts,
  modules: Texts,
  themes: string,
  tree: FileTree,
): Readonly<Record<string, string>> {
  const written = (texts: Texts, pattern: RegExp, around: string) =>
    texts.flatMap(({ text }) =>
      [...text.matchAll(pattern)].map(
        ([, name = '', folder = '']) => [name, cleanRelative(around + folder) ?? ''] as const,
      ),
    );
  const all = [...written(modules, IN_GO_MOD, ''), ...written(files, IN_CONFIG, `${themes}/`)];
  return Object.fromEntries(all.filter(([, folder]) => folder !== '' && listInside(tree, folder).length > 0));
}
