import type { Handbook } from '../../src/model/handbook.ts';
import type { OraclePage } from './records.ts';

/** How the ids of the model agree with those of the built site. */
export interface IdComparison {
  readonly pages: number;
  /** Ids that Hugo made from headings. */
  readonly automatic: number;
  readonly automaticEqual: number;
  /** All other ids: `{#id}`, raw HTML, shortcodes that print one. */
  readonly other: number;
  readonly otherEqual: number;
  readonly differences: readonly string[];
}

// Hugo's placeholder for a shortcode in a heading: its number differs from build to build.
const UNSTABLE = /hahahugoshortcode/;

/** Compares, page for page, the ids of the built site with those of the model. */
export function compareIds(handbook: Handbook, oracle: readonly OraclePage[]): IdComparison {
  const sum = { pages: 0, automatic: 0, automaticEqual: 0, other: 0, otherEqual: 0 };
  const differences: string[] = [];
  for (const record of oracle) {
    if (record.file === null) continue;
    const page = handbook.page(record.file);
    if ((page?.address ?? null) !== record.url)
      differences.push(`${record.file} is at ${record.url}, ours says ${page ? page.address : 'no such page'}`);
    if (!page || page.address === null || record.url === null) continue;
    sum.pages++;
    const ours = handbook.anchors(page).ids;
    const automatic = automaticIds(record);
    for (const id of automatic) {
      sum.automatic++;
      if (ours.has(id)) sum.automaticEqual++;
      else differences.push(`${record.file} has the heading id #${id}, ours has not`);
    }
    const others = new Set((record.ids ?? []).filter((id) => !automatic.includes(id) && !UNSTABLE.test(id)));
    for (const id of others) {
      sum.other++;
      if (ours.has(id)) sum.otherEqual++;
      else differences.push(`${record.file} has the id #${id}, ours has not`);
    }
    const theirs = new Set(record.ids);
    for (const anchor of ours.values())
      if (anchor.id !== '' && !theirs.has(anchor.id))
        differences.push(`${record.file} has no id #${anchor.id}, ours has`);
  }
  return { ...sum, differences };
}

function automaticIds(record: OraclePage): readonly string[] {
  const headings = (record.headings ?? []).filter(({ md, explicit }) => md && !explicit);
  return headings.flatMap(({ id }) => (!id || UNSTABLE.test(id) ? [] : [id]));
}
