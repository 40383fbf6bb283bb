import * as z from 'zod';
import { publishedUrl } from '../src/lint/version.ts';
import { configJsonSchema } from '../src/loading/parse.ts';
import { reportSchema } from '../src/report/data.ts';
import { findingsReport } from '../src/reporters/findings-schema.ts';

/** The published JSON Schemas by file name: of handbook.yaml, of `--format json` and of `report --json`. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  return {
    'handbook.schema.json': { ...configJsonSchema(), $id: publishedUrl('dist/handbook.schema.json') },
    'findings.schema.json': {
      ...z.toJSONSchema(findingsReport),
      $id: publishedUrl('dist/findings.schema.json'),
      title: 'handbook-lint --format json',
    },
    'report.schema.json': {
      ...z.toJSONSchema(reportSchema),
      $id: publishedUrl('dist/report.schema.json'),
      title: 'handbook-lint report --json',
    },
  };
}
