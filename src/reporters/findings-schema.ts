import * as z from 'zod';

const natural = z.int().min(0);
const point = z
  .strictObject({
    line: z.int().min(1),
    column: z.int().min(1).describe('From 1, in UTF-16 units.'),
    offset: natural.describe('From 0, in UTF-16 units from the start of the file.'),
  })
  .readonly();

/** What `--format json` prints; the published findings.schema.json is made from this. */
export const findingsReport = z
  .strictObject({
    version: z.string().describe('Version of handbook-lint.'),
    root: z.string().describe('Absolute path of the handbook.'),
    site: z
      .string()
      .nullable()
      .describe('What the site was taken for, and by which sign; null when nothing had to be read.'),
    summary: z
      .strictObject({
        pages: natural.describe('Pages judged.'),
        links: z
          .strictObject({
            checked: natural,
            broken: natural,
            unknown: natural.describe('Could not be checked: made by shortcodes, or outside what the handbook holds.'),
          })
          .readonly()
          .describe('Links inside the site.'),
        sections: z
          .strictObject({
            unknown: natural.describe('Could not be checked: a shortcode, component or tag may show them.'),
          })
          .readonly()
          .describe('Sections that page types ask for.'),
        errors: natural,
        warnings: natural,
        rules: z.record(z.string(), natural).readonly().describe('Findings per rule.'),
      })
      .readonly(),
    findings: z
      .array(
        z.strictObject({
          rule: z.string(),
          severity: z.enum(['error', 'warn']),
          path: z.string().describe('Relative to root, with "/".'),
          start: point,
          end: point,
          message: z.string().describe('One or two plain sentences.'),
          note: z.string().optional().describe('More, in Markdown.'),
          suggestions: z
            .array(
              z.strictObject({
                text: z.string().describe('Replaces exactly start to end; empty to remove.'),
                title: z.string(),
                safe: z.boolean().describe('Whether --fix applies it.'),
              }),
            )
            .readonly(),
          url: z.string().describe("The rule's page."),
          related: z
            .array(z.strictObject({ path: z.string(), line: z.int().min(1), message: z.string() }))
            .readonly()
            .describe('Other places that have to do with it.'),
          data: z
            .record(z.string(), z.unknown())
            .readonly()
            .describe('Details by rule; for links `href` as written, `target` (address) and `outcome`.'),
          fingerprint: z.string().describe('Unique in the report; the same when lines above change.'),
        }),
      )
      .readonly(),
  })
  .readonly();

export type FindingsReport = z.infer<typeof findingsReport>;
