import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import { encodedPath, pathBelow } from '../files/paths.ts';
import type { Finding, Point } from '../lint/finding.ts';
import { fingerprint } from '../lint/results/fingerprint.ts';
import { ruleUrl } from '../lint/version.ts';
import { jsonWithList, mapped } from './json-list.ts';
import type { ReportContext, Reporter } from './report.ts';
import { readRulePage, withoutMarkdown } from './rule-page.ts';

/** SARIF 2.1.0, for GitHub code scanning and editors. */
const sarif: Reporter = ({ findings, summary }, context) => {
  const { version } = context;
  const rules = Object.keys(summary.rules).map((id) => toRule(id, ruleUrl(id), context));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'handbook-lint',
            informationUri: 'https://www.npmjs.com/package/remark-preset-lint-handbook',
            version,
            semanticVersion: version,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  const hashes = new HashesOf(context);
  const resultOf = (finding: Finding) => toResult(finding, indexes.get(finding.rule) ?? 0, context, hashes);
  return jsonWithList(log, mapped(findings, resultOf));
};

export default sarif;

/** What code scanning shows beside an alert: what the rule is about, why, and how to fix it. */
function toRule(id: string, helpUri: string, { rulePage }: ReportContext): ReportingDescriptor {
  const text = rulePage(id);
  const page = text === null ? null : readRulePage(text, helpUri);
  if (page === null) return { id, helpUri, shortDescription: { text: id } };
  const { summary, does, help, level } = page;
  return {
    id,
    name: id,
    helpUri,
    shortDescription: { text: withoutMarkdown(summary) },
    fullDescription: { text: withoutMarkdown(does), markdown: does },
    help: { text: withoutMarkdown(help), markdown: help },
    defaultConfiguration: level === 'off' ? { enabled: false } : { level },
  };
}

/** Hashes of lines; findings of one file follow each other, so one file's are kept. */
class HashesOf {
  readonly #source: ReportContext['source'];
  #path: string | null = null;
  #hashes: readonly string[] = [];

  constructor({ source }: ReportContext) {
    this.#source = source;
  }

  at({ path, start }: Pick<Finding, 'path' | 'start'>): string | undefined {
    if (path !== this.#path) {
      this.#path = path;
      const text = this.#source(path);
      this.#hashes = text === null ? [] : lineHashes(text);
    }
    return this.#hashes[start.line - 1];
  }
}

function toResult(finding: Finding, ruleIndex: number, context: ReportContext, hashes: HashesOf): Result {
  const prefix = context.fromRepository;
  const hash = hashes.at(finding);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity === 'error' ? 'error' : 'warning',
    message: { text: finding.message },
    locations: [
      { physicalLocation: { artifactLocation: locate(pathBelow(prefix, finding.path)), region: toRegion(finding) } },
    ],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ path, line, message }, id) => ({
            id,
            physicalLocation: { artifactLocation: locate(prefix + path), region: { startLine: line } },
            message: { text: message },
          })),
        }),
    partialFingerprints: {
      'handbookLint/v1': fingerprint(finding),
      ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
    },
  };
}

function locate(path: string) {
  return { uri: encodedPath(path), uriBaseId: '%SRCROOT%' };
}

function toRegion({ start, end }: { start: Point; end: Point }): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

const LENGTH = 100;
const BASE = 37;
const WORD = 2 ** 32;
const END = '\uffff';

/**
 * What GitHub code scanning calls `primaryLocationLineHash`, for each line of a file in order: a polynomial hash of the 100
 * characters that follow the line's start, without blanks and tabs, in 64 bits, and how often it has occurred so far. Line ends
 * count as `\n`, the end of the file as U+FFFF and what is missing behind it as 0. (github/codeql-action, src/fingerprints.ts.)
 */
export function lineHashes(text: string): readonly string[] {
  const signs = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + END;
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  for (let start = 0; start < signs.length; ) {
    const hash = hashAt(signs, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    hashes.push(`${hash}:${count}`);
    const end = signs.indexOf('\n', start);
    start = end < 0 ? signs.length : end + 1;
  }
  return hashes;
}

/** Two halves of 32 bits, since all 64 do not fit into one number. */
function hashAt(signs: string, start: number): string {
  let [high, low] = [0, 0];
  for (let at = start; at < start + LENGTH; at++) {
    low = low * BASE + (at < signs.length ? signs.charCodeAt(at) : 0);
    const carry = Math.floor(low / WORD);
    low -= carry * WORD;
    high = (high * BASE + carry) % WORD;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
