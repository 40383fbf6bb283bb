/**
 * `npm run audit`: known faults in the packages that users install; exit 1 when one is serious. A registry that does not
 * answer is told, and no failure: a check that fails for want of a network would be switched off.
 */
import { spawnSync } from 'node:child_process';

interface Answer {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8', timeout: 60_000 });
let answer: Answer = {};
try {
  answer = JSON.parse(stdout) as Answer;
} catch {
  // What is no JSON is no answer.
}
const found = Object.entries(answer.vulnerabilities ?? {});
if (answer.metadata === undefined) console.log('The registry does not answer audits here; nothing was checked.');
else if (found.length === 0) console.log('No known faults.');
else for (const [name, { severity }] of found) console.log(`${severity}: ${name}`);
if (found.some(([, { severity }]) => severity === 'high' || severity === 'critical')) process.exitCode = 1;
