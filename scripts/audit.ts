/**
 * `npm run audit`: known faults in the packages that users install or that the bundles hold (build first); exit 1 when one is serious. A registry that does not
 * answer is told, and no failure: a check that fails for want of a network would be switched off.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Answer {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

const root = new URL('..', import.meta.url).pathname;
const read = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

/** What users install, and what the bundles hold: as one project, since an audit sees no bundles. */
function wholeProject(): string {
  const { dependencies } = read<{ readonly dependencies: Readonly<Record<string, string>> }>('package.json');
  const { components } = read<{ readonly components: readonly Component[] }>('dist/sbom.cdx.json');
  // Two versions of one package need two names.
  const bundled = components.map(({ group, name, version }, at) => {
    const whole = group === undefined ? name : `${group}/${name}`;
    return [`bundled-${at}`, `npm:${whole}@${version}`] as const;
  });
  const folder = mkdtempSync(join(tmpdir(), 'handbook-audit-'));
  const manifest = { private: true, dependencies: { ...dependencies, ...Object.fromEntries(bundled) } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit'], { cwd: folder });
  return folder;
}

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
}

const project = wholeProject();
const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: project, encoding: 'utf8', timeout: 60_000 });
rmSync(project, { recursive: true });
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
