import { readdirSync } from 'node:fs';
import { isToolFolder } from '../files/file-tree.ts';

/** So many pages are more than a megabyte of text. */
const PAGES = 200;
/** Some milliseconds' worth of looking; a handbook that is large has shown it by then. */
const FOLDERS = 200;

/** Whether a short look from the top downward meets hundreds of Markdown files. A guess: it knows no configuration. */
export function looksLarge(root: string): boolean {
  const folders = [root];
  let pages = 0;
  try {
    // Those that are found on the way are looked at as well.
    for (const [index, folder] of folders.entries()) {
      if (index === FOLDERS) break;
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.name.endsWith('.md')) pages += 1;
        else if (entry.isDirectory() && !isToolFolder(entry.name)) folders.push(`${folder}/${entry.name}`);
      }
      if (pages >= PAGES) return true;
    }
  } catch {
    // Whoever reads the folder will say what is wrong with it.
  }
  return false;
}
