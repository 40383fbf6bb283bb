import { rootFolder } from '../files/root-folder.ts';
import { walk } from '../files/walk.ts';

/** So many pages are more than a megabyte of text. */
const PAGES = 200;
/** Some milliseconds' worth of looking; a handbook that is large has shown it by then. */
const FOLDERS = 200;

/** Whether a short look from the top downward meets hundreds of Markdown files. A guess: it knows no configuration. */
export function looksLarge(root: string): boolean {
  let pages = 0;
  let folders = 0;
  try {
    for (const { files } of walk(rootFolder(root), '')) {
      pages += files.filter((path) => path.endsWith('.md')).length;
      if (pages >= PAGES) return true;
      if (++folders === FOLDERS) return false;
    }
  } catch {
    // Whoever reads the folder will say what is wrong with it.
  }
  return false;
}
