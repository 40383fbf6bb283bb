import * as z from 'zod';
import { configJsonSchema } from '../src/config/loading/parse.ts';
import { publishedUrl } from '../src/lint/version.ts';
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
