import * as z from 'zod';
import { isDataPath } from './data-path.ts';
import { type Frozen, globsSchema, refuse, textSchema } from './schema-parts.ts';

/** What is wrong with a path pattern; `null` when nothing is. */
function patternFault(pattern: string): string | null {
  for (const name of ['{department}', '{level}'])
    if (pattern.split(name).length > 2) return `${name} may stand in it only once`;
  const unknown = /\{(?!department\}|level\})[^}]*\}?/.exec(pattern)?.[0];
  if (unknown !== undefined) return `Only {department} and {level} may stand in it, and not ${unknown}`;
  // One page, or one file of data, may hold a whole framework.
  if (/\{(?:department|level)\}/.test(pattern) || isDataPath(pattern) || /[^*]\.mdx?$/i.test(pattern)) return null;
  return 'It needs {department} or {level} in it, or to be one page';
}

const namesSchema = z.array(textSchema).min(1).optional();
const share = z.number().max(1);

/** `staff`, or more: `{id: staff, names: [Staff, Lead], optional: true}`. */
const level = z.union([
  textSchema,
  z.int().min(0),
  z.strictObject({
    id: textSchema.describe("What stands for {level} in a page's path"),
    names: namesSchema.describe('How headings and links call this level. The first is used in findings.'),
    optional: z.boolean().default(false).describe('A department may lack this level.'),
  }),
]);

/** `Leadership`, or more: `{name: Autonomy, list: ordered, min: 3}`. */
const group = z.union([
  textSchema,
  z.strictObject({
    name: textSchema.describe('A heading that contains these words opens the group.'),
    headings: namesSchema.describe(
      'Other headings that open it. Level and department names in a heading do not matter.',
    ),
    list: z
      .enum(['ordered', 'bulleted', 'any'])
      .default('any')
      .describe('The kind of list that the group is written as.'),
    min: z.int().min(0).default(1).describe('How many competencies it has at least.'),
    optional: z.boolean().default(false).describe('A page may lack this group.'),
  }),
]);

const policy = z.enum(['add', 'replace', 'keep']);

const shared = z.strictObject({
  group: textSchema.describe('The group that holds the shared list.'),
  include: textSchema
    .optional()
    .describe(
      'The include, as include calls name it, with {level} in it. When absent, the list in this group of the base page is shared.',
    ),
  policy: policy
    .default('add')
    .describe(
      'What departments may do with the list. add: show it and add to it. replace: leave it out. keep: show it and nothing else.',
    ),
});

const department = z
  .strictObject({
    name: textSchema.describe('How findings call it.'),
    path: textSchema.describe('Where its level pages are, with {level} in it, when not where the pattern says.'),
    levels: z.array(textSchema).describe('The levels that it has, by id, when not those of the framework.'),
    profile: textSchema.describe('Which profile its pages follow. When absent, that of the department around it.'),
    shared: z
      .union([policy, z.record(z.string(), policy)])
      .describe('Its own policy for all shared lists, or by group.'),
  })
  .partial();

const framework = z.strictObject({
  name: textSchema.describe('How findings call the framework.'),
  pages: textSchema
    .superRefine(refuse(patternFault))
    .describe(
      'Where level pages are, such as content/careers/{department}/{level}.md or roles/{level}-{department}.md. A department may be several folders deep. Without {level}, each page is a department and has its levels as headings, as columns or rows of tables, or in front matter. Files of data (.yaml, .json, .csv) are read as well.',
    ),
  base: textSchema
    .optional()
    .describe(
      'Where the base page of each level is, with {level} in it. When absent, the pattern without {department}.',
    ),
  levels: z.array(level).min(1).optional().describe('All levels, lowest first. When absent, they are found.'),
  departments: z
    .record(z.string(), department)
    .default({})
    .describe(
      'What is particular about a department, by its folders in the pattern. Departments that are not named here are found.',
    ),
  groups: z
    .array(group)
    .optional()
    .describe('The groups that every level page has, in order. When absent, they are found. [] asks for none.'),
  profiles: z
    .record(z.string(), z.strictObject({ groups: z.array(group) }))
    .default({})
    .describe('Other sets of groups, by name.'),
  shared: z
    .array(shared)
    .optional()
    .describe('Lists that all departments share. When absent, they are found. [] means none.'),
  agree: z
    .union([
      z.literal(false),
      z.strictObject({
        share: share.min(0).default(0.5).describe('More than this share of the departments have it.'),
        departments: z.int().min(2).default(3).describe('At least so many departments have it.'),
      }),
    ])
    .default({ share: 0.5, departments: 3 })
    .describe(
      'When departments share a competency without an include or a base page: departments that lack it, or word it otherwise, are told. false: never.',
    ),
  exclude: globsSchema.default([]).describe('Globs of pages that the pattern finds and that are no level pages.'),
  similarity: z
    .strictObject({
      item: share.min(0.5).default(0.8).describe('From here on two competencies are taken for one, worded twice.'),
      list: share.min(0.3).default(0.6).describe('The share of its competencies that makes a list a copy of another.'),
    })
    .default({ item: 0.8, list: 0.6 }),
});

/** The key `frameworks` of handbook.yaml. */
export const frameworksSchema = z
  .array(framework)
  .describe('Competency frameworks: one list of competencies per level and department.');

/** The key `frameworks` of handbook.yaml. */
type FrameworksConfig = Frozen<z.infer<typeof frameworksSchema>>;
export type FrameworkConfig = FrameworksConfig[number];
/** What a department may do with a shared list. */
export type SharedPolicy = z.infer<typeof policy>;
