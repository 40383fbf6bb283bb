import * as z from 'zod';

/** The version of the format; a reader of another one says so instead of showing half of it. */
export const REPORT_VERSION = 1;

const count = z.int().nonnegative();
const line = z.int().positive();
const severity = z.enum(['error', 'warn']);

const finding = z.strictObject({
  rule: z.string().describe('Rule id with prefix.'),
  severity,
  path: z.string().describe('File, relative to the root of the handbook.'),
  line,
  column: line,
  message: z.string(),
  words: z.string().describe('The text that is wrong, cut after 200 characters; empty where the place is too large.'),
  instead: z.string().nullable().describe('What the first suggestion writes instead of the words.'),
  owners: z.array(z.string()).describe('By CODEOWNERS and by the page’s front matter.'),
  fingerprint: z.string(),
});

const tally = z.strictObject({ name: z.string(), errors: count, warnings: count });

const figures = z.strictObject({
  pages: count,
  links: z.strictObject({ checked: count, broken: count, unknown: count }),
  unknown: z.record(z.string(), count).describe('Links that cannot be checked, by reason.'),
  errors: count,
  warnings: count,
  roles: z.strictObject({ pages: count, complete: count }),
  competencies: z.strictObject({ pages: count, consistent: count }),
});

const wanted = z.strictObject({
  kind: z.enum(['page', 'section', 'folder', 'anchor', 'file', 'include', 'hidden', 'elsewhere', 'fix']),
  target: z.string().describe('What is missing; for `fix` the rules whose certain mends are meant.'),
  mend: z.string().describe('One sentence that says what to do.'),
  line: z.string().nullable().describe('Text to paste, where one line of text mends all.'),
  file: z.string().nullable().describe('The file that the mend changes, where one does.'),
  findings: z.array(z.string()).describe('Fingerprints of the findings that the mend clears.'),
});

const cell = z.strictObject({
  department: z.string(),
  level: z.string(),
  page: z.string().nullable(),
  items: count,
  state: z.enum(['consistent', 'drift', 'missing', 'none']),
  findings: z.array(z.string()).describe('Fingerprints.'),
});

const framework = z.strictObject({
  name: z.string(),
  levels: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  departments: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  cells: z.array(cell),
});

const role = z.strictObject({
  path: z.string(),
  title: z.string(),
  type: z.string(),
  sections: z.array(
    z.strictObject({ name: z.string(), state: z.enum(['has', 'lacks', 'empty', 'flawed', 'unknown']) }),
  ),
});

const map = z.strictObject({
  sections: z.array(z.strictObject({ id: z.string(), pages: count })),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string(), links: count, broken: count })),
  unlinked: z.strictObject({ pages: z.array(z.string()), more: count }),
  relied: z.array(z.strictObject({ path: z.string(), title: z.string(), links: count, from: count })),
});

/** All that the page shows. `handbook-lint report --json` writes it, and `--from` reads it back. */
export const reportSchema = z.strictObject({
  version: z.literal(REPORT_VERSION),
  tool: z.string().describe('Version of handbook-lint.'),
  handbook: z.string().describe('Name of the root folder.'),
  date: z.string().describe('When it was made, ISO 8601.'),
  /** `{path}` and `{line}` stand for a finding's own. */
  source: z.string().nullable().describe('Where a line of a file can be read.'),
  figures,
  change: z
    .strictObject({ against: z.string(), added: count, gone: count, fresh: z.array(z.string()) })
    .nullable()
    .describe('What became worse or better against a revision or a baseline.'),
  trend: z.array(z.strictObject({ date: z.string(), figures })).describe('Earlier reports, oldest first.'),
  wanted: z.array(wanted),
  folders: z.array(tally),
  owners: z.array(tally),
  rules: z.array(tally),
  ruleUrls: z.record(z.string(), z.string()),
  findings: z.array(finding),
  omitted: count.describe('Findings that are counted above and left out of the list.'),
  frameworks: z.array(framework),
  roles: z.array(role),
  map,
});

export type ReportData = z.infer<typeof reportSchema>;
export type ReportFinding = z.infer<typeof finding>;
export type Figures = z.infer<typeof figures>;
export type WantedTarget = z.infer<typeof wanted>;
export type Tally = z.infer<typeof tally>;
export type FrameworkReport = z.infer<typeof framework>;
export type Cell = z.infer<typeof cell>;
export type RoleReport = z.infer<typeof role>;
export type SiteMap = z.infer<typeof map>;

/** Reads a stored report. Throws an Error that names the first thing that does not fit. */
export function readReport(json: string): ReportData {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error('it is no JSON');
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (version !== REPORT_VERSION)
    throw new Error(`it is no report of format ${REPORT_VERSION}; handbook-lint report --json writes one`);
  const read = reportSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${issue?.path.join('.') ?? 'it'} does not fit (${issue?.message ?? 'unknown'})`);
}
