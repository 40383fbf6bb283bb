import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { handbookRepository } from '../changes/judge.ts';
import { commandFolder, type Outcome, runIn } from '../support/command.ts';
import { type TestRepository, temporaryFolder } from '../support/git-repository.ts';
import { builtTarball, startRegistry } from '../support/registry.ts';

const bin = commandFolder();
let registry: string;
beforeAll(async () => {
  registry = await startRegistry(builtTarball());
});

/** Runs the lines of a job, with real npx, which has this package from a registry. */
function runJob(folder: string, lines: string, env: Readonly<Record<string, string>> = {}): Outcome {
  const npm = { npm_config_registry: registry, npm_config_cache: temporaryFolder('npm-cache') };
  return runIn(folder, '/nowhere', 'bash', ['-eo', 'pipefail', '-c', lines], { ...npm, ...env });
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What GitLab's reference of the CI/CD YAML syntax allows a job to hold, as far as ours use it. */
const job = z.strictObject({
  stage: z.string().optional(),
  image: z.string(),
  rules: z.array(z.strictObject({ if: z.string() })),
  variables: z.record(z.string(), z.string()),
  cache: z.strictObject({
    key: z.string(),
    paths: z.array(z.string()),
    when: z.enum(['always', 'on_success', 'on_failure']),
  }),
  script: z.array(z.string()),
  artifacts: z.strictObject({
    when: z.enum(['always', 'on_success', 'on_failure']),
    expire_in: z.string().optional(),
    paths: z.array(z.string()),
    reports: z.strictObject({ codequality: z.string() }),
  }),
});

const inputs = z.record(
  z.string(),
  z.strictObject({
    description: z.string(),
    type: z.enum(['string', 'boolean', 'number', 'array']).optional(),
    default: z.union([z.string(), z.boolean()]),
  }),
);

/** The component's one job, with its inputs filled in as GitLab does. */
function component(values: Readonly<Record<string, string>> = {}): { name: string; job: z.infer<typeof job> } {
  const text = read('templates/handbook-lint.yml');
  const [head, body] = text.split(/^---$/m) as [string, string];
  const declared = inputs.parse(parse(head).spec.inputs);
  const used = new Set([...body.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(declared).sort());
  const filled = body.replace(
    /\$\[\[ inputs\.([\w-]+) \]\]/g,
    (_, name: string) => values[name] ?? String(declared[name]?.default),
  );
  const [[name, content]] = Object.entries(parse(filled)) as [[string, unknown]];
  return { name, job: job.parse(content) };
}

function blockAfter(heading: string, file: string): string {
  return new RegExp(`^## ${heading}\\n.*?\`\`\`yaml\\n(.*?)\`\`\``, 'ms').exec(read(file))?.[1] ?? '';
}

/** A merge request that deletes a page, in a clone as shallow as GitLab makes it. */
function mergeRequest(): { origin: TestRepository; clone: string; variables: Record<string, string> } {
  const origin = handbookRepository();
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const base = origin.git('rev-parse', 'HEAD');
  origin.git('switch', '--quiet', '--create', 'topic');
  for (const name of ['one', 'two']) {
    origin.write({ [`content/${name}.md`]: `---\ntitle: ${name}\n---\n\nWords.\n` });
    origin.commit();
  }
  origin.git('rm', '--quiet', 'content/leave.md');
  origin.commit();
  const clone = temporaryFolder('clone');
  origin.git('clone', '--quiet', '--depth=1', '--branch=topic', `file://${origin.folder}`, clone);
  origin.git('-C', clone, 'checkout', '--quiet', '--detach');
  const variables = {
    CI: 'true',
    GITLAB_CI: 'true',
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_PROJECT_DIR: clone,
  };
  return { origin, clone, variables };
}

const entry = z.array(
  z.strictObject({
    description: z.string(),
    check_name: z.string(),
    fingerprint: z.string().min(1),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({ path: z.string().regex(/^[^./]/), lines: z.object({ begin: z.int().min(1) }) }),
  }),
);

function scriptOf({ variables, script }: z.infer<typeof job>, given: Readonly<Record<string, string>>) {
  // A runner expands variables in variables, and joins the script's lines.
  const own = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value.replace(/\$(\w+)/g, (_, inner: string) => given[inner] ?? ''),
    ]),
  );
  return { lines: script.join('\n'), env: { ...own, ...given } };
}

describe('the GitLab component', () => {
  it('says what a merge request breaks, although the clone is shallow', () => {
    const { clone, variables } = mergeRequest();
    const { lines, env } = scriptOf(component().job, variables);
    const outcome = runJob(clone, lines, env);
    expect(outcome.out).toContain('This change deletes the page "Leave"');
    expect(outcome.code).toBe(1);
    const report = entry.parse(JSON.parse(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8')));
    expect(report.map(({ location }) => location.path)).toEqual(['content/_index.md']);
    expect(readFileSync(join(clone, 'handbook-lint.md'), 'utf8')).toContain('| Page | Line |');
    expect(existsSync(join(clone, '.cache/handbook-lint'))).toBe(true);
  });

  it('passes a merge request that breaks nothing, old findings or not', () => {
    const { origin, clone, variables } = mergeRequest();
    const { lines, env } = scriptOf(component().job, {
      ...variables,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: origin.git('rev-parse', 'topic'),
    });
    expect(runJob(clone, lines, env)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8'))).toEqual([]);
  });

  it('compares with the target in a pipeline for merged results', () => {
    const { origin, clone, variables } = mergeRequest();
    origin.git('switch', '--quiet', 'main');
    origin.write({ 'content/team.md': '[broken on main](/nope/)\n' });
    const target = origin.commit();
    origin.git('merge', '--quiet', '--no-edit', 'topic');
    origin.git('-C', clone, 'fetch', '--quiet', '--depth=1', 'origin', 'main');
    origin.git('-C', clone, 'checkout', '--quiet', 'FETCH_HEAD');
    const { lines, env } = scriptOf(component().job, { ...variables, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target });
    const { out, code } = runJob(clone, lines, env);
    expect(out).toContain('This change deletes the page "Leave"');
    expect(out).not.toContain('/nope/');
    expect(code).toBe(1);
  });

  it('judges everything on the default branch, and fails there only when asked to', () => {
    const { clone } = mergeRequest();
    const run = (values: Readonly<Record<string, string>>) => {
      const { lines, env } = scriptOf(component(values).job, { GITLAB_CI: 'true', CI_PROJECT_DIR: clone });
      return runJob(clone, lines, env);
    };
    expect(run({})).toMatchObject({ code: 0, out: expect.stringContaining('/nowhere/') });
    expect(JSON.parse(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8'))).toEqual([]);
    expect(run({ 'fail-on-default-branch': 'true' })).toMatchObject({ code: 1 });
    expect(run({ root: 'no-such-folder' })).toMatchObject({ code: 2 });
  });

  it('takes the name and place that its user gives it', () => {
    expect(component({ 'job-name': 'links', stage: 'check' })).toMatchObject({
      name: 'links',
      job: { stage: 'check' },
    });
  });
});

describe('the pipelines in docs/ci.md', () => {
  it('for GitLab without components does the same', () => {
    const { clone, variables } = mergeRequest();
    const [content] = Object.values(parse(blockAfter('GitLab, without components', 'docs/ci.md')));
    const { lines, env } = scriptOf(job.parse(content), variables);
    const outcome = runJob(clone, lines, env);
    expect(outcome.out).toContain('This change deletes the page "Leave"');
    expect(outcome.code).toBe(1);
    entry.parse(JSON.parse(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8')));
  });

  it('for GitHub runs on the merged pull request', () => {
    const { origin } = mergeRequest();
    origin.git('switch', '--quiet', 'main');
    origin.git('merge', '--quiet', '--no-ff', '--no-edit', 'topic');
    const clone = temporaryFolder('clone');
    origin.git('clone', '--quiet', '--depth=2', `file://${origin.folder}`, clone);
    const workflow = parse(blockAfter('GitHub Actions', 'docs/ci.md'));
    const steps = workflow.jobs['handbook-lint'].steps as { run?: string }[];
    const outcome = runJob(clone, steps.find(({ run }) => run !== undefined)?.run ?? 'false');
    expect(outcome.out).toMatch(/^::error file=content\/_index\.md,line=5,.*::This change deletes the page "Leave"/m);
    expect(outcome.code).toBe(1);
  });

  it('and every other example is YAML', () => {
    for (const file of ['docs/ci.md', 'docs/hooks.md', 'templates/handbook-lint.yml']) {
      const text = read(file);
      const blocks = file.endsWith('.md')
        ? [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block ?? '')
        : [text];
      expect(blocks.length).toBeGreaterThan(0);
      for (const block of blocks) for (const document of parseAllDocuments(block)) expect(document.errors).toEqual([]);
    }
  });
});

it('a merge request pipeline without its commit says how to get it', () => {
  const { clone, variables } = mergeRequest();
  const outcome = runIn(clone, bin, 'handbook-lint', [], variables);
  expect(outcome.out).toBe(
    `handbook-lint: This clone does not hold ${variables.CI_MERGE_REQUEST_DIFF_BASE_SHA} because it is shallow. Run \`git fetch --depth=1 origin ${variables.CI_MERGE_REQUEST_DIFF_BASE_SHA}\` first, or clone with the whole history (in GitLab CI, GIT_DEPTH 0).\n`,
  );
  expect(outcome.code).toBe(2);
  expect(runIn(clone, bin, 'handbook-lint', ['--all'], variables)).toMatchObject({
    code: 1,
    out: expect.stringContaining('/nowhere/'),
  });
});
