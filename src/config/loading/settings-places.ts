import { settingsFolders as foldersOfHugo, templateFolders } from '../../sites/hugo/sources/sources.ts';
import { hugoSigns, rootSigns } from '../../sites/recognition/recognise.ts';
import { usualRedirects } from './defaults.ts';
import { configNames } from './find-root.ts';

/** Files that decide what a handbook is, whether they are there or not. */
export const settingsFiles: readonly string[] = [...configNames, ...hugoSigns, ...rootSigns];

/** Folders in which a file that comes or goes may change the configuration: a template for links or of a shortcode, for instance. */
export const settingsFolders: readonly string[] = [...foldersOfHugo, ...templateFolders];

/** Folders and files of which only matters whether they are there. */
export const signs: readonly string[] = ['content', 'layouts', ...usualRedirects];
