/**
 * Compares the model's heading ids and link verdicts with what real Hugo built.
 *
 *     npm run conformance -- <handbook> <pages.jsonl[.gz]> <links.jsonl[.gz]> [--config FILE] [--hugo VERSION] [--list]
 *     npm run conformance -- --small-sites <folder> [--site NAME]
 *     npm run conformance -- <handbook> --upgrade <0.131=links.jsonl[.gz]> --upgrade <0.169=links.jsonl[.gz]> [--config FILE]
 *     npm run conformance -- --generators <folder> [--list]
 *
 * Prints agreement, every false alarm and every miss (with `--list` all other differences too). Fails when agreement is
 * under `--agreement 99.9`, false alarms are over `--false-alarms 0.05`, misses over `--misses 0.5` (in percent),
 * an automatic id differs, or a link that the built site cannot decide is called broken. Small sites (`expected.tsv` beside
 * `sites/`) are judged under each version of Hugo that built them: every verdict has to be right, or unknown for at most 3 %. Sites of
 * other generators (`NAME.links.tsv` beside `NAME/`) are judged as they are found: no false alarm, and at least 98 % right where
 * the generator is modelled.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openHandbook } from '../src/incremental/open.ts';
import { compareIds } from './oracle/compare-ids.ts';
import { compareLinks } from './oracle/compare-links.ts';
import { type OracleLink, type OraclePage, readLines } from './oracle/records.ts';
import { reportGenerators } from './oracle/report-generators.ts';
import { reportUpgrade } from './oracle/report-upgrade.ts';
import { compareSmallSites } from './oracle/small-sites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    config: { type: 'string' },
    hugo: { type: 'string' },
    generators: { type: 'string' },
    upgrade: { type: 'string', multiple: true },
    'small-sites': { type: 'string' },
    site: { type: 'string' },
    list: { type: 'boolean', default: false },
    agreement: { type: 'string', default: '99.9' },
    'false-alarms': { type: 'string', default: '0.05' },
    misses: { type: 'string', default: '0.5' },
  },
});

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
const share = (part: number, whole: number) => `${part} of ${whole} (${percent(part, whole).toFixed(3)} %)`;
const list = (title: string, lines: readonly string[]) => {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
};

if (values.generators !== undefined) {
  const isWell = await reportGenerators(values.generators, values.list);
  // What is written to a pipe would be lost.
  await new Promise((done) => process.stdout.write('', done));
  process.exit(isWell ? 0 : 1);
}
if (values['small-sites'] !== undefined) {
  const found = await compareSmallSites(values['small-sites'], values.site);
  console.log(`sites             ${found.sites}`);
  console.log(`verdicts right    ${share(found.right, found.links)}`);
  console.log(`not judged        ${share(found.unknown.length, found.links)}`);
  list('False alarms', found.falseAlarms);
  list('Misses', found.misses);
  list('Another reason', found.otherwise);
  list('Not judged', found.unknown);
  const wrong = found.falseAlarms.length + found.misses.length + found.otherwise.length;
  process.exit(wrong > 0 || percent(found.unknown.length, found.links) > 3 ? 1 : 0);
}

const [root, pagesFile, linksFile] = positionals;
const config =
  values.config === undefined ? undefined : { path: values.config, text: readFileSync(values.config, 'utf8') };
if (root !== undefined && values.upgrade !== undefined) {
  const [from, to] = values.upgrade.map((written) => {
    const [version = '', links = ''] = written.split('=');
    return { version, links };
  });
  process.exit(from && to && (await reportUpgrade(resolve(root), from, to, config)) ? 0 : 1);
}
if (root === undefined || pagesFile === undefined || linksFile === undefined) {
  console.error(
    'Usage: npm run conformance -- <handbook> <pages.jsonl[.gz]> <links.jsonl[.gz]> [--config FILE] [--list]',
  );
  process.exit(2);
}

const hugo = values.hugo === undefined ? {} : { hugo: values.hugo };
const handbook = await openHandbook({ root: resolve(root), ...hugo, ...(config && { config }) });
const ids = compareIds(handbook, readLines<OraclePage>(pagesFile));
const links = compareLinks(handbook, readLines<OracleLink>(linksFile));

console.log(`pages             ${ids.pages}`);
console.log(`automatic ids     ${share(ids.automaticEqual, ids.automatic)} equal`);
console.log(`other ids         ${share(ids.otherEqual, ids.other)} equal`);
console.log(`links             ${share(links.agreeing, links.links)} agree`);
console.log(`file and href     ${share(links.pairsAgreeing, links.pairs)} agree`);
console.log(`false alarms      ${share(links.falseAlarms.length, links.good)} of good links`);
console.log(`misses            ${share(links.misses.length, links.broken)} of broken links`);
console.log(
  `not judged        ${links.unsure.length} good links, and ${links.elsewhere} broken ones that something else may serve`,
);
console.log(
  `dynamic           ${links.dynamic}, of them called broken ${links.dynamicErrors.length}, and by the word of handbook.yaml alone ${links.assumedErrors}`,
);
console.log(`own host          ${share(links.ownHostAgreeing, links.ownHost)} agree`);
console.log(`broken only here  ${links.onlyOurs.length}`);
list('False alarms', links.falseAlarms);
list('Misses', links.misses);
list('Called broken although nobody can know', links.dynamicErrors);
if (values.list) {
  list('Good links that are not judged', links.unsure);
  list('Broken for us, no link for the oracle', links.onlyOurs);
  list('Ids', ids.differences);
}

const failed =
  ids.automaticEqual < ids.automatic ||
  percent(links.agreeing, links.links) < Number(values.agreement) ||
  percent(links.pairsAgreeing, links.pairs) < Number(values.agreement) ||
  percent(links.falseAlarms.length, links.good) > Number(values['false-alarms']) ||
  percent(links.misses.length, links.broken) > Number(values.misses) ||
  links.dynamicErrors.length > 0;
process.exitCode = failed ? 1 : 0;
