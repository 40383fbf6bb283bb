import type { FileTree } from '../files/file-tree.ts';
import type { GeneratorSettings } from './generator-settings.ts';
import { readJekyll } from './jekyll/config.ts';
import { readMkdocs } from './mkdocs/config.ts';
import type { RecognisedGenerator } from './recognise.ts';

/** Generators that are modelled, by the names they are recognised by. */
export const modelled = { MkDocs: 'mkdocs', Jekyll: 'jekyll' } as const;

/** As handbook.yaml names them. */
export type ModelledSite = (typeof modelled)[keyof typeof modelled];

/** What builds a site by its name, or `null` when its rules are not known. */
export function modelledSite(generator: string): ModelledSite | null {
  return generator in modelled ? modelled[generator as keyof typeof modelled] : null;
}

/** Reads a generator's own configuration; `null` when its rules are not known. */
export function readGenerator({ name, sign }: RecognisedGenerator, tree: FileTree): GeneratorSettings | null {
  switch (modelledSite(name)) {
    case 'mkdocs':
      return readMkdocs(sign, tree);
    case 'jekyll':
      return readJekyll(sign, tree);
    case null:
      return null;
  }
}
