import type { CommonSettings } from '../config/generator-settings.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { WrittenSettings } from './script/config-keys.ts';
import type { Site } from './site.ts';

/** A generator whose rules are modelled, as the registry holds it. */
export interface Generator {
  /** As handbook.yaml names it: `mkdocs`. */
  readonly kind: string;
  /** As its makers call it, and `recognise.ts` with them: `MkDocs`. */
  readonly name: string;
  /**
   * Reads the generator's own configuration. `sign` is the file that shows the generator, relative to the root; `written` is
   * what handbook.yaml says in its place.
   */
  read(sign: string, tree: FileTree, written: WrittenSettings): Promise<CommonSettings>;
  /** The site by what was read; `null` when the settings are another generator's. */
  site(settings: CommonSettings): Site | null;
}

/** What a kind's folder says of its generator. */
interface Definition<S extends CommonSettings> extends Pick<Generator, 'name'> {
  readonly kind: S['kind'];
  /** Loaded when such a site is met: what parses a configuration takes time to load. */
  read(sign: string, tree: FileTree, written: WrittenSettings): Promise<S>;
  site(settings: S): Site;
}

/** Makes a generator of the registry, which need not know the types of each kind's settings. */
export function defineGenerator<S extends CommonSettings>({ kind, name, read, site }: Definition<S>): Generator {
  const isOwn = (settings: CommonSettings): settings is S => settings.kind === kind;
  return { kind, name, read, site: (settings) => (isOwn(settings) ? site(settings) : null) };
}
