import * as z from 'zod';
import { patternProblem } from './pattern.ts';
import { type Frozen, globsSchema, refuse, textSchema } from './schema-parts.ts';

/**
 * A name as people write it (`Responsibilities`), or a regular expression between slashes
 * (`/^what .+ does$/`), which is compared without case.
 */
const namesSchema = z.array(textSchema.max(300).superRefine(refuse(patternProblem))).min(1);

const count = z.int().min(1);

/** What a section must hold so that it does not count as empty. */
const contentSchema = z
  .strictObject({
    words: z.int().min(1).describe('At least this many words. A table, image, shortcode or include always counts.'),
    items: count.describe('At least this many list items or table rows.'),
  })
  .partial();

const nameSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens');

const sectionSchema = z.strictObject({
  id: nameSchema.describe('A short name for this section, unique within its page type.'),
  names: namesSchema.describe(
    'Headings that this section goes by. The first is offered to a writer whose page lacks it.',
  ),
  sentences: namesSchema
    .optional()
    .describe('Words that may stand in the place of a heading, anywhere in the prose ("reports to").'),
  says: z
    .enum(['reports-to'])
    .optional()
    .describe(
      'What may stand in the place of a heading, in any form that is known. reports-to: a sentence, a line or a ' +
        'cell of a table that says to whom the role reports.',
    ),
  scope: z
    .enum(['anywhere', 'top', 'each-level', 'top-or-each-level'])
    .optional()
    .describe(
      'Where it stands. anywhere (the default), top: outside all levels, each-level: below every level of the page, ' +
        'top-or-each-level: once for all levels, or below every one.',
    ),
  depth: z.array(count.max(6)).min(1).optional().describe('The heading levels it may have: [2] for ## headings only.'),
  content: contentSchema
    .optional()
    .describe('What must stand below its heading. By default anything but a placeholder.'),
  severity: z
    .enum(['error', 'warn'])
    .optional()
    .describe('warn: milder than the rule. error (the default): as the rule.'),
  optional: z.boolean().optional().describe('It may be missing; it is judged only where it is present.'),
  about: textSchema
    .max(120)
    .optional()
    .describe(
      'What a reader learns from it, so that a page without it "does not say" this ("who the role reports to").',
    ),
  hint: textSchema.max(300).optional().describe('Shown to the writer when it is missing or empty.'),
});

/** What counts as a level of the role: "Senior Accountant" with its own responsibilities below it. */
const levelsSchema = z
  .strictObject({
    below: namesSchema.describe('Every heading directly below one with these names is a level ("Levels").'),
    with: namesSchema.describe(
      'A heading is a level when one with these names stands directly below it ("Job Grade").',
    ),
    names: namesSchema.describe('Headings with these names are levels.'),
    except: namesSchema.describe(
      'Headings that are no level and hold none, nor sections of the whole page ("Specialties").',
    ),
  })
  .partial();

/** How headings name a fiscal quarter. */
const quarterSchema = z.strictObject({
  pattern: z
    .string()
    .max(60)
    .regex(/^(?=.*\{q\})(?=.*\{yy(?:yy)?\})/, 'Write {q} for the quarter, and {yy} or {yyyy} for the year')
    .default('FY{yy}Q{q}')
    .describe(
      'How a heading names it, {q} for the quarter, {yy} or {yyyy} for the year. Blanks and hyphens may stand between.',
    ),
  starts: count.max(12).default(1).describe('The month in which the fiscal year starts.'),
  named: z
    .enum(['start', 'end'])
    .default('end')
    .describe('The fiscal year is named for the calendar year in which it starts or ends.'),
});

const reviewSchema = z.strictObject({
  key: textSchema.max(60).default('lastReviewed').describe('The key of the front matter that holds the date.'),
  months: count.max(240).default(12).describe('How many months ago it may be at most.'),
});

const pageTypeSchema = z
  .strictObject({
    like: z.enum(['role', 'job-family']).describe('A built-in type whose settings hold where this one has none.'),
    pages: globsSchema.describe(
      'Which pages are of this type, as glob patterns relative to the root. Empty: only those whose front matter says so.',
    ),
    except: globsSchema.describe('Which of those pages are not, after all.'),
    heading: namesSchema.describe('A page is of this type only when it has a heading with one of these names.'),
    levels: levelsSchema.describe('What counts as a level of the role. Without it the page is one level.'),
    ordered: z.boolean().describe('The sections stand in the order in which they are listed here.'),
    quarter: quarterSchema.describe('Its pages have a heading for the present or the last fiscal quarter.'),
    review: reviewSchema.describe('Its pages say when somebody last reviewed them, and that is not long ago.'),
    placeholders: namesSchema.describe('Text that fills no section, besides the built-in TBD, TODO and the like.'),
    sections: z
      .array(sectionSchema)
      .min(1)
      .refine((sections) => new Set(sections.map((section) => section.id)).size === sections.length, {
        message: 'Two sections have the same id',
      })
      .describe('The sections of this type. They take the place of the built-in ones.'),
  })
  .partial();

/** The key `pageTypes` of handbook.yaml: types of pages by name. `role` and `job-family` are built in. */
export const pageTypesSchema = z.record(nameSchema, pageTypeSchema);

/** The key `pageTypes` of handbook.yaml. */
export type PageTypesConfig = Frozen<z.infer<typeof pageTypesSchema>>;
/** One page type, as configured; `resolvePageTypes` fills in what is built in. */
export type PageTypeConfig = PageTypesConfig[string];
export type SectionConfig = NonNullable<PageTypeConfig['sections']>[number];
/** How headings name a fiscal quarter. */
export type QuarterConfig = NonNullable<PageTypeConfig['quarter']>;
/** How a page says when it was last reviewed. */
export type ReviewConfig = NonNullable<PageTypeConfig['review']>;
