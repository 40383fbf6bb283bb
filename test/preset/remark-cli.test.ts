import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { presetRc, repository, type Workspace, workspace } from '../support/workspace.ts';

const cli = `${repository}node_modules/remark-cli/cli.js`;

interface Outcome {
  readonly code: number | null;
  readonly report: string;
}

/** The real remark-cli; its report goes to the standard error. */
function runRemark(disk: Workspace, args: readonly string[], input?: string): Outcome {
  const tsx = pathToFileURL(`${repository}node_modules/tsx/dist/loader.mjs`).href;
  const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, cli, '--no-color', '--no-stdout', ...args], {
    cwd: disk.root,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, report: stderr };
}

const broken = '---\ntitle: A\n---\n\nSee [the offer](/handbook/offers/) and [b](/handbook/b/#hre).\n';
const files = {
  'handbook.yaml': '',
  '.remarkrc.mjs': presetRc,
  'content/handbook/a.md': broken,
  'content/handbook/b.md': '---\ntitle: B\n---\n\n## Here\n\n[c](/handbook/C/)\n',
  'content/handbook/c.md': '---\ntitle: C\n---\n\nText.\n',
  'content/handbook/offer.md': '---\ntitle: Offer\n---\n\nText.\n',
};

/** A rule as its own entry of the package exports it, under its name in camel case. */
const ruleEntry = (id: string) => {
  const url = (path: string) => pathToFileURL(`${repository}${path}`).href;
  const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return `import { toRemarkRule as make_${name} } from '${url('src/remark/remark-rule.ts')}';
import { rules as all_${name} } from '${url('rules/index.ts')}';
import rule_${name} from '${url(`rules/${id}.ts`)}';
const ${name} = make_${name}(rule_${name}, all_${name});\n`;
};

describe('remark-cli', () => {
  it('judges one file by the whole handbook', () => {
    const disk = workspace(files);
    const { code, report } = runRemark(disk, ['content/handbook/a.md']);
    expect(code).toBe(1);
    expect(report).toContain('Did you mean /handbook/offer/?');
    expect(report).toContain('no heading for #hre');
    expect(report).not.toContain('b.md');
    expect(report).toMatch(/5:\d+-5:\d+\s+error.*handbook-link-page\s+remark-lint/);
  });

  it('judges many files, and leaves out those in .remarkignore', () => {
    const disk = workspace({ ...files, '.remarkignore': 'content/handbook/a.md\n' });
    const { code, report } = runRemark(disk, ['content']);
    expect(report).toContain('handbook-link-case');
    expect(report).not.toContain('a.md');
    expect(code).toBe(0);
    expect(runRemark(disk, ['content', '--frail']).code).toBe(1);
    const ignored = runRemark(disk, ['content/handbook/a.md', '--silently-ignore']);
    expect(ignored.report).not.toContain('handbook-');
    expect(ignored.code).toBe(0);
  });

  it('judges standard input as the page that it is said to be', () => {
    const disk = workspace(files);
    const args = ['--file-path', 'content/handbook/c.md'];
    const { code, report } = runRemark(disk, args, '[x](/handbook/b/#here) and [y](/handbook/b/#there)\n');
    expect(code).toBe(1);
    expect(report).toContain('#there');
    expect(report).not.toContain('#here.');
  });

  it('passes on a clean page, and on a file that is no page', () => {
    const disk = workspace({ ...files, 'README.md': '[x](/nowhere/)\n' });
    expect(runRemark(disk, ['content/handbook/c.md', 'README.md', '--frail']).code).toBe(0);
  });

  it('takes levels from handbook.yaml', () => {
    const disk = workspace({
      ...files,
      'handbook.yaml': 'rules:\n  handbook-link-page: off\n  handbook-link-anchor: warn\n',
    });
    const { code, report } = runRemark(disk, ['content/handbook/a.md']);
    expect(code).toBe(0);
    expect(report).toMatch(/warning.*handbook-link-anchor/);
    expect(report).not.toContain('handbook-link-page');
  });

  it('lets a configuration set again what the preset lists', () => {
    const rc = `${ruleEntry('link-page')}${ruleEntry('link-anchor')}
import preset from '${pathToFileURL(`${repository}src/preset.ts`)}';
export default { plugins: [preset, [linkPage, ['warn']], [linkAnchor, false]] };\n`;
    const { code, report } = runRemark(workspace({ ...files, '.remarkrc.mjs': rc }), ['content/handbook/a.md']);
    expect(code).toBe(0);
    expect(report).toMatch(/warning.*handbook-link-page/);
    expect(report).not.toContain('handbook-link-anchor');
  });

  it('runs a rule on its own, at the level that remark gives it, whatever handbook.yaml says', () => {
    const rc = `${ruleEntry('link-page')}export default { plugins: [[linkPage, ['error']]] };\n`;
    const disk = workspace({
      ...files,
      '.remarkrc.mjs': rc,
      'handbook.yaml': 'rules:\n  handbook-link-page: off\n',
    });
    const { code, report } = runRemark(disk, ['content/handbook/a.md']);
    expect(code).toBe(1);
    expect(report).toMatch(/error.*handbook-link-page/);
    expect(report).not.toContain('handbook-link-anchor');
  });

  it('fails with one line when handbook.yaml cannot be used', () => {
    const disk = workspace({ ...files, 'handbook.yaml': 'sitee: hugo\n' });
    const { code, report } = runRemark(disk, ['content/handbook/c.md']);
    expect(code).toBe(1);
    expect(report).toContain('handbook.yaml line 1');
    expect(report).not.toContain('    at ');
  });

  it('names the rule and the page when a rule fails, at any level', () => {
    const rc = `${ruleEntry('link-page')}
import { z } from '${pathToFileURL(`${repository}node_modules/zod/index.js`)}';
const fails = { id: 'handbook-fails', level: 'warn', options: z.strictObject({}), check() { throw new Error('Ouch'); } };
export default { plugins: [[make_linkPage(fails, [...all_linkPage, fails]), ['warn']], linkPage] };\n`;
    const { code, report } = runRemark(workspace({ ...files, '.remarkrc.mjs': rc }), ['content/handbook/a.md']);
    expect(code).toBe(1);
    expect(report).toMatch(/error.*handbook-fails failed on content\/handbook\/a\.md/);
    expect(report).toContain('handbook-link-page');
  });

  it('obeys control comments, with remark-lint and without', () => {
    const page = `${broken}\n<!--lint disable handbook-link-page-->\n\n[x](/handbook/nowhere/) and [y](/handbook/neverwhere/)`;
    const lint = pathToFileURL(`${repository}node_modules/remark-lint/index.js`).href;
    const preset = pathToFileURL(`${repository}src/preset.ts`).href;
    const beside = `import lint from '${lint}';\nimport preset from '${preset}';\nexport default { plugins: [lint, preset] };\n`;
    for (const rc of [presetRc, beside]) {
      const disk = workspace({ ...files, 'content/handbook/a.md': page, '.remarkrc.mjs': rc });
      const { report } = runRemark(disk, ['content/handbook/a.md']);
      expect(report.match(/handbook-link-page/g)).toHaveLength(1);
      expect(report).not.toContain('nowhere');
    }
  });

  it('reports a finding on the last words of a page beside remark-lint', () => {
    const lint = pathToFileURL(`${repository}node_modules/remark-lint/index.js`).href;
    const preset = pathToFileURL(`${repository}src/preset.ts`).href;
    const rc = `import lint from '${lint}';\nimport preset from '${preset}';\nexport default { plugins: [lint, preset] };\n`;
    const disk = workspace({ ...files, 'content/handbook/c.md': 'See [x](/handbook/nowhere/)', '.remarkrc.mjs': rc });
    expect(runRemark(disk, ['content/handbook/c.md']).report).toContain('handbook-link-page');
  });
});
