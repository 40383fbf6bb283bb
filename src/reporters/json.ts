import { findingAsJson } from '../lint/results/finding-json.ts';
import type { LongResult } from '../lint/results/result.ts';
import type { FindingsReport } from './findings-schema.ts';
import { withList } from './json-list.ts';
import type { Reporter } from './report.ts';

/** For programs: described by findings.schema.json, and the same bytes whenever the same is found. */
const json: Reporter = (result, { version, root, site }) => {
  const { milliseconds: _, ...summary } = result.summary;
  const report: FindingsReport = { version, root, site, summary, findings: [] };
  return withList(report, listedIn(result));
};

export default json;

/** What is kept of earlier runs is taken as it is. */
function* listedIn(result: LongResult): Generator<string | Uint8Array> {
  for (const { findings } of result.parts ?? [result]) {
    if ('listed' in findings) yield findings.listed;
    else for (const finding of findings) yield findingAsJson(finding);
  }
}
