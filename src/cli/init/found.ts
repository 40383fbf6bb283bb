import type { CareerTree } from './career-trees.ts';
import type { LearnedType } from './learned-types.ts';
import type { RoleFolder } from './role-folders.ts';

/** What a look at a handbook without any configuration finds. */
export interface Survey {
  readonly pages: number;
  readonly includes: number;
  /** Hosts that full links go to, most of which name pages of this handbook, or that a file of the site's configuration says are its own. */
  readonly hosts: readonly { readonly host: string; readonly links: number; readonly saidBy?: string }[];
  /** Beginnings of addresses that many links go to, and that no page has, or next to none; `broken` of the links find nothing. */
  readonly unknown: readonly { readonly prefix: string; readonly links: number; readonly broken: number }[];
  /** Shortcodes with a parameter that links name as an anchor of the page, and how many do. */
  readonly anchors: readonly { readonly name: string; readonly parameter: number | string; readonly links: number }[];
  /** Other shortcodes that may make headings, and on how many pages. */
  readonly generating: readonly { readonly name: string; readonly pages: number }[];
  readonly careers: readonly CareerTree[];
  /** Pages that look like role pages, and the folders that hold more than one of them. */
  readonly roles: number;
  readonly roleFolders: readonly string[];
  /** Paths of the pages that look like role pages, and of those that are named after a role but have too little of one to be judged. */
  readonly rolePages: readonly string[];
  readonly likelyRoles: readonly string[];
  /** Folders and pages that are about roles, with the sections that most of these have. */
  readonly roleTypes: readonly RoleFolder[];
  /** The folder of job families, how many pages it has, and how many of them have a heading "Job Grade". */
  readonly jobFamilies: { readonly folder: string; readonly pages: number; readonly graded: number } | null;
  /** Folders whose pages share sections, none of them a type yet. */
  readonly learned: readonly LearnedType[];
}
