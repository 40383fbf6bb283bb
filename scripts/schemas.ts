import * as z from 'zod';
import { configJsonSchema } from '../src/config/parse.ts';
import { findingsReport } from '../src/reporters/findings-schema.ts';

/** The published JSON Schemas by file name: of handbook.yaml and of `--format json`. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  return {
    'handbook.schema.json': configJsonSchema(),
    'findings.schema.json': {
      ...z.toJSONSchema(findingsReport),
      $id: 'https://unpkg.com/remark-preset-lint-handbook/dist/findings.schema.json',
      title: 'handbook-lint --format json',
    },
  };
}
