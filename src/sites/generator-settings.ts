import type { JekyllSettings } from './jekyll/config.ts';
import type { MkdocsSettings } from './mkdocs/config.ts';

/** What a modelled generator's own configuration says; its kind is that of the site. */
export type GeneratorSettings = MkdocsSettings | JekyllSettings;
