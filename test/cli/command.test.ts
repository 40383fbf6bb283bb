import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { writeFiles } from '../support/temporary-folder.ts';

let bundle: string;
let folder: string;
let caches: string;
beforeAll(() => {
  bundle = builtCommand();
  caches = mkdtempSync(join(tmpdir(), 'handbook-lint-cache-'));
});
afterAll(() => rmSync(caches, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const root = new URL('../..', import.meta.url).pathname;
const run = (...args: string[]) => runBundle(bundle, args, folder, { XDG_CACHE_HOME: caches });

const write = (files: Readonly<Record<string, string>>) => writeFiles(folder, files);

const small = {
  'handbook.yaml': 'site: hugo\n',
  'content/_index.md': '# Home\n\n[good](/team/) [bad](/taem/)\n',
  'content/team.md': '# Team\n\n[home](/)\n',
};

describe('exit codes', () => {
  test('0 without findings, 1 with errors', () => {
    write({ ...small, 'content/_index.md': '# Home\n\n[good](/team/)\n' });
    expect(run()).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Taken for a Hugo site, by handbook\.yaml\.\nNo findings\.\n2 pages, 2 links/),
    });
    write(small);
    expect(run()).toMatchObject({ code: 1, stderr: '' });
  });

  test('warnings count only when there are too many', () => {
    write(small);
    expect(run('--rule', 'link-page=warn').code).toBe(0);
    expect(run('--rule', 'handbook-link-page=warn', '--max-warnings', '1').code).toBe(0);
    expect(run('--rule', 'link-page=warn', '--max-warnings', '0').code).toBe(1);
    expect(run('--rule', 'link-page=warn', '--max-warnings', '0', '--quiet')).toMatchObject({
      code: 1,
      stdout: expect.not.stringContaining('/taem/'),
    });
    expect(run('--rule', 'link-page=off').stdout).toContain('No findings.');
  });
});

describe('what is wrong with the run is one line on stderr and code 2', () => {
  const failures: readonly (readonly [string, readonly string[], string])[] = [
    ['an unknown option', ['--formt=json'], 'There is no option --formt. Did you mean --format?'],
    ['an unknown format', ['--format', 'jsno'], 'There is no format jsno. Did you mean json?'],
    [
      'a format of another command',
      ['links', '--format', 'text'],
      'links has no format text. The formats are tsv, json.',
    ],
    ['a format for links alone', ['--format', 'tsv'], 'There is no format tsv.'],
    ['a format of a rule', ['explain', 'link-page', '--format', 'json'], '--format json is for pages only'],
    ['a format where there is none', ['init', '--format', 'json'], 'handbook-lint init has no option --format.'],
    [
      'two formats of one command',
      ['explain', '.', '--format', 'json=a', '--format', 'text'],
      'explain writes one format',
    ],
    ['an option of another command', ['--fix', '--dry-run'], 'handbook-lint rename. Did you mean --fix-dry-run?'],
    ['a run that would judge', ['move', 'a', 'b', '--fix-dry-run'], 'handbook-lint move has no option --fix-dry-run.'],
    ['a command with a slip', ['exlpain', 'link-page'], 'Did you mean handbook-lint explain?'],
    ['an unknown rule', ['--rule', 'link-pgae=off'], 'Did you mean `handbook-link-page`?'],
    ['an unknown level', ['--rule', 'link-page=loud'], 'Write --rule ID=error, ID=warn or ID=off.'],
    ['a missing value', ['--root', '--quiet'], 'The option --root needs a value'],
    ['a value too many', ['--quiet=yes'], 'The option --quiet takes no value.'],
    ['a path that is not there', ['content/nowhere.md'], 'There is no file or folder content/nowhere.md.'],
    ['the standard input', ['-'], 'Write --stdin-filename PAGE'],
    ['a path that is empty', [''], 'A path is empty. Leave it out to judge the whole handbook.'],
    ['a root that is not there', ['--root', 'nowhere'], 'There is no folder nowhere.'],
    ['a root that is no folder', ['--root', 'handbook.yaml'], 'handbook.yaml is no folder.'],
    ['a path outside of the root', ['--root', 'content', 'handbook.yaml'], 'lies outside of the handbook'],
    ['a configuration that is not there', ['--config', 'other.yaml'], 'other.yaml does not exist.'],
    ['two reports for one place', ['--format', 'json', '--format', 'text'], 'only one can go to one place'],
    ['a number that is none', ['--max-warnings', 'many'], '--max-warnings many is no number.'],
    ['a version that is none', ['--hugo', 'newest'], '--hugo, "newest" is no version of Hugo. Write it like 0.131.'],
    [
      'an older version that is none',
      ['--since-hugo', 'x'],
      '--since-hugo, "x" is no version of Hugo. Write it like 0.131.',
    ],
    ['a subject that nobody knows', ['explain', 'link-pgae'], 'Did you mean handbook-lint explain link-page?'],
    ['help for a command that is none', ['help', 'lnks'], 'There is no command lnks. Did you mean links?'],
    ['a shell that nobody knows', ['completion', 'tcsh'], 'bash, zsh or fish'],
    ['init without an answer', ['init'], 'Add --yes'],
    ['two folders for init', ['init', '--yes', '.', 'content'], 'Write handbook-lint init FOLDER'],
    ['two subjects', ['explain', 'content/_index.md', 'content/team.md'], 'Write handbook-lint explain RULE'],
  ];
  test.each(failures)('%s', (_, args, message) => {
    write(small);
    const { code, stdout, stderr } = run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test.each([
    ['an unknown key', 'sitte: hugo\n', /handbook\.yaml line 1.*sitte.*Did you mean "site"/],
    ['broken YAML', 'site: [hugo\n', /handbook\.yaml line \d/],
    [
      'an unknown rule',
      'rules: {handbook-link-pgae: off}\n',
      /handbook\.yaml line 1, .*handbook-link-pgae.*Did you mean `handbook-link-page`/,
    ],
    [
      'an unknown option',
      '# link-page: off\nframeworks: []\nrules:\n  include: warn\n  link-page:\n    - warn\n    - strict: true\n',
      /handbook\.yaml line 5, .*handbook-link-page.*strict/,
    ],
  ])('in handbook.yaml: %s', (_, config, message) => {
    write({ ...small, 'handbook.yaml': config });
    const { code, stdout, stderr } = run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('in a file that --config names', () => {
    write({ ...small, 'lint.yml': 'site: hugo\nrules:\n  "link-pgae": off\n' });
    expect(run('--config', 'lint.yml').stderr).toContain('lint.yml line 3, there is no rule `handbook-link-pgae`.');
  });

  test('a folder of pages that is not there', () => {
    write({ 'handbook.yaml': 'content: [pages]\n' });
    expect(run().stderr).toMatch(/There are no Markdown pages in .*, where pages are looked for in pages\.\n$/);
    // What handbook.yaml says of pages is judged, and is no page.
    write({ 'handbook.yaml': 'content: [pages]\npageTypes:\n  role:\n    pages: [pages/**]\n' });
    expect(run()).toMatchObject({ code: 2, stderr: expect.stringContaining('There are no Markdown pages') });
  });

  test('an empty folder', () => {
    expect(run()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('There are no Markdown pages in'),
    });
  });

  test('a site whose pages lie elsewhere', () => {
    write({
      'hugo.toml': '',
      'README.md': '',
      'x/content/a.md': '',
      'x/content/b/c.md': '',
      'x/content/b/d.md': '',
      'x/content/e.md': '',
    });
    expect(run()).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /where pages are looked for in content\. Most Markdown lies in x\/content: .*"content: \[x\/content\]"/,
      ),
    });
  });

  test('the stack shows when asked for', () => {
    expect(runBundle(bundle, ['--root', 'nowhere'], folder, { HANDBOOK_LINT_DEBUG: '1' }).stderr).toMatch(/\n\s+at /);
  });

  test('a report that cannot be written leaves nothing behind', () => {
    write(small);
    const { code, stderr, stdout } = run('--format', 'json=content/team.md/report.json', '--format', 'text');
    expect({ code, stdout: stdout === '' || stdout.includes('/taem/') }).toEqual({ code: 2, stdout: true });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    run('--format', 'json=content');
    expect(readdirSync(folder).sort()).toEqual(['content', 'handbook.yaml']);
  });
});

describe('which handbook', () => {
  test('a path that is a handbook is the root; one within a handbook says what to judge', () => {
    write(small);
    const parent = runBundle(bundle, ['--format', 'json', folder], tmpdir());
    expect(JSON.parse(parent.stdout)).toMatchObject({ summary: { pages: 2, errors: 1 } });
    expect(JSON.parse(run('--format', 'json', 'content/team.md').stdout)).toMatchObject({
      summary: { pages: 1, errors: 0 },
    });
    const inside = runBundle(bundle, ['--format', 'json'], join(folder, 'content'));
    expect(JSON.parse(inside.stdout)).toMatchObject({
      summary: { pages: 2 },
      findings: [{ path: 'content/_index.md' }],
    });
  });

  test('paths in the text report lead there from the working directory', () => {
    write(small);
    expect(runBundle(bundle, [], join(folder, 'content')).stdout).toMatch(/^Taken for .*\n_index\.md\n/);
    expect(run().stdout).toMatch(
      /^Taken for .*\ncontent\/_index\.md\n3:\d+-3:\d+\s+error\s+This link goes to \/taem\/, but/,
    );
  });

  test('another configuration can be named', () => {
    write({ ...small, 'other.yaml': 'unknown: [/taem/]\n' });
    expect(run('--config', 'other.yaml', '.').code).toBe(0);
  });

  test.each([
    ['beside the handbook', 'shared.yaml', 'book', '../shared.yaml'],
    ['within the handbook, named from elsewhere', 'book/own.yaml', 'book', 'own.yaml'],
  ])('what is wrong in a configuration %s is told there, also when the cache knows it', (_, path, root, place) => {
    const config = 'pageTypes:\n  role: {pages: [rolls/*.md]}\n';
    write({
      ...Object.fromEntries(Object.entries(small).map(([name, text]) => [`book/${name}`, text])),
      [path]: config,
    });
    for (let times = 0; times < 2; times += 1) {
      const { stdout } = run('--config', path, '--root', root, '--format', 'json');
      const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
      const told = findings.filter(({ rule }) => rule === 'handbook-unmatched');
      expect(told.map(({ path, start }) => [path, start.line])).toEqual([[place, 2]]);
    }
    expect(run('--config', path, '--root', root).stdout).toContain(`\n${path}\n2:`);
  });

  test('a file that is no page of the handbook is no failure: hooks name such files', () => {
    write({ ...small, 'notes.txt': 'x' });
    expect(run('notes.txt')).toMatchObject({ code: 0 });
  });
});

describe('reports', () => {
  test('several at once, to files and to the standard output', () => {
    write(small);
    const { stdout } = run('--format', 'text', '--format', 'gitlab=out/gl.json', '--format', 'sarif=out/r.sarif');
    expect(stdout).toContain('/taem/');
    expect(JSON.parse(readFileSync(join(folder, 'out/gl.json'), 'utf8'))).toHaveLength(1);
    const [sarif] = JSON.parse(readFileSync(join(folder, 'out/r.sarif'), 'utf8')).runs;
    expect(sarif.results).toHaveLength(1);
    // From the page of the rule, which lies beside what is built.
    expect(sarif.tool.driver.rules[0].help.text).toContain('How to fix');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['gl.json', 'r.sarif']);
    expect(run('--format', 'junit', '--output', 'junit.xml').stdout).toBe('');
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<failure type="error"');
  });

  test('are the same at every run, but for the time', () => {
    write(small);
    const report = () => ({ ...JSON.parse(run('--format', 'json').stdout), summary: null });
    expect(report()).toEqual(report());
  });

  test('count paths from the repository for CI systems, and link to its lines', () => {
    write(Object.fromEntries(Object.entries(small).map(([path, text]) => [`docs/${path}`, text])));
    const env = { CI_PROJECT_DIR: folder, CI_PROJECT_URL: 'https://git.example.com/a/b', CI_COMMIT_SHA: 'abc' };
    const gitlab = runBundle(bundle, ['docs', '--format', 'gitlab'], folder, env);
    expect(JSON.parse(gitlab.stdout)[0].location.path).toBe('docs/content/_index.md');
    const markdown = runBundle(bundle, ['docs', '--format', 'markdown'], folder, env);
    expect(markdown.stdout).toContain('[3](https://git.example.com/a/b/-/blob/abc/docs/content/_index.md?plain=1#L3)');
  });

  test('colours: only when asked, and NO_COLOR and --no-color are obeyed', () => {
    write(small);
    const isColored = (args: string[], env = {}) => runBundle(bundle, args, folder, env).stdout.includes('\u001b[');
    expect(isColored([])).toBe(false);
    expect(isColored(['--color'])).toBe(true);
    expect(isColored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(isColored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(isColored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(isColored(['--no-color', '--color'])).toBe(true);
    expect(isColored(['--color', '--no-color'])).toBe(false);
  });

  test('--stats says where the time went, beside the report', () => {
    write(small);
    const { stdout, stderr } = run('--stats', '--format', 'json');
    expect(JSON.parse(stdout).summary.pages).toBe(2);
    expect(stderr).toMatch(/reading .* ms\n[\s\S]*handbook-link-page .* ms\n[\s\S]*most memory .* MiB\n/);
  });

  test('no page can steer the terminal, not even by its name', () => {
    write({ ...small, 'content/e\u001b[31mvil.md': '# \u001b]0;owned\u0007\n\n[x](/\u001b[31mred/)\n' });
    const { stdout } = run();
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe('what was read is kept between runs', () => {
  test('beside the packages, or in the user’s cache folder where there are none; not with --no-cache', () => {
    write(small);
    const files = () => readdirSync(caches, { recursive: true }).length;
    const before = files();
    const first = run('--no-cache').stdout;
    expect(files()).toBe(before);
    expect(run().stdout.replace(/in .*/, '')).toBe(first.replace(/in .*/, ''));
    expect(readdirSync(folder).sort()).toEqual(['content', 'handbook.yaml']);
    expect(files()).toBeGreaterThan(before);
    mkdirSync(join(folder, 'node_modules'));
    run();
    expect(readdirSync(join(folder, 'node_modules/.cache/handbook-lint')).length).toBeGreaterThan(0);
    run('--cache-location', 'mine');
    expect(readdirSync(join(folder, 'mine')).length).toBeGreaterThan(0);
  });

  test('a cache that cannot be written or read changes nothing', () => {
    write({ ...small, mine: 'a file, not a folder' });
    expect(run('--cache-location', 'mine')).toMatchObject({ code: 1, stderr: '' });
    run('--cache-location', 'cache');
    for (const name of readdirSync(join(folder, 'cache')))
      writeFileSync(join(folder, 'cache', name), 'no cache at all');
    expect(run('--cache-location', 'cache')).toMatchObject({ code: 1, stderr: '' });
  });

  test('a page that changed is read again', () => {
    write(small);
    expect(run().code).toBe(1);
    write({ 'content/_index.md': '# Home\n\n[good](/team/)\n' });
    expect(run().code).toBe(0);
    write(small);
    expect(run().code).toBe(1);
  });
});

describe('explain', () => {
  test('a rule, with and without prefix', () => {
    const { stdout, code } = run('explain', 'link-page');
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^handbook-link-page\n[\s\S]*How to fix/),
    });
    expect(run('explain', 'handbook-link-page').stdout).toBe(stdout);
  });

  test('a page, by path and by address', () => {
    write(small);
    const { stdout } = run('explain', 'content/_index.md');
    expect(stdout).toMatch(
      /Address {4}\/\n[\s\S]*\/taem\/ → broken, there is no page \/taem\/[\s\S]*content\/team\.md:3 {2}\//,
    );
    expect(run('explain', '/').stdout).toBe(stdout);
    expect(run('explain', '/nowhere/')).toMatchObject({ code: 2, stderr: expect.stringContaining('/nowhere/') });
    expect(run('explain', '/teams/').stderr).toContain('Did you mean /team/?');
  });

  test('a page, by what a browser would show: a full URL, an anchor, a redirect', () => {
    write({
      ...small,
      'handbook.yaml': 'hosts: [x.example.com]\n',
      'static/_redirects': '/old/ /team/\n/gone/ /away/\n',
    });
    const { stdout } = run('explain', '/team/');
    expect(run('explain', 'https://x.example.com/team#who').stdout).toBe(stdout);
    expect(run('explain', '/old/').stdout).toBe(stdout);
    expect(run('explain', '/gone/').stderr).toContain('sent on to /away/ by static/_redirects, and no page is there');
  });

  test('a page with its sections, other anchors, includes and what is wrong with it', () => {
    write({
      ...small,
      'content/about.md':
        '---\ntitle: About\naliases: [/us/]\n---\n\n## Who\n\n### Where {#place}\n\n<a id="raw"></a>\n\n{{% include "includes/x.md" %}}\n\n{{< maker >}}\n\n[x](/Team/) [y](/team/#nobody) [z](https://elsewhere.example.com)\n',
      'assets/includes/x.md': '## Shared\n',
    });
    expect(run('explain', 'content/about.md').stdout).toBe(`content/about.md
  Kind       a page
  Address    /about/
  Title      About
  Alias      /us/
Sections (2)
      6    Who  #who
      8      Where  #place
Other anchors (3)
  #raw
  #shared  Shared  from assets/includes/x.md
  and what these shortcodes make, maker
Includes (1)
     12  includes/x.md → assets/includes/x.md
Links (2)
     16  /Team/ → /team/  (which has other capital letters)
     16  /team/#nobody → broken, content/team.md has no heading for #nobody
Findings (2)
     16  This link writes its address with other capital letters than the page has. Please link to /team/.
     16  The page "Team" has no heading for #nobody. Link to a heading that it has, or leave out #nobody.
`);
  });

  test('the configuration', () => {
    expect(run('explain-config').stdout).toMatch(/^handbook\.yaml\n[\s\S]*frameworks/);
  });
});

test('--version and --help', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  const { stdout } = run('--help');
  expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(34);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

describe('init', () => {
  test('writes a configuration that changes no finding, and never over a file', () => {
    cpSync(join(root, 'fixtures/example-handbook'), folder, { recursive: true });
    rmSync(join(folder, 'handbook.yaml'));
    const rulesOf = () => Object.keys(JSON.parse(run('--format', 'json').stdout).summary.rules);
    const before = rulesOf();
    const { stdout, code } = run('init', '--yes');
    expect(code).toBe(0);
    expect(stdout).toContain('content/handbook/engineering/careers/{department}/{level}.md is a career framework');
    const findings = stdout.split('\n').filter((line) => line.startsWith('  '));
    expect(findings).toHaveLength(10);
    expect(stdout.split('\n').length - findings.length).toBeLessThan(24);
    expect(rulesOf()).toEqual(expect.arrayContaining(before));
    expect(existsSync(join(folder, '.remarkrc.yaml'))).toBe(true);
    writeFileSync(join(folder, 'handbook.yaml'), 'site: plain # mine\n');
    expect(run('init', '--yes').stdout).toContain('handbook.yaml is there already and stays as it is.');
    expect(readFileSync(join(folder, 'handbook.yaml'), 'utf8')).toBe('site: plain # mine\n');
  });

  test('offers the pipeline of the forge that the repository shows signs of', () => {
    write({ ...small, '.github/CODEOWNERS': '', '.git/HEAD': 'ref: refs/heads/main\n' });
    run('init', '--yes');
    expect(readFileSync(join(folder, '.github/workflows/handbook-lint.yml'), 'utf8')).toContain(
      'handbook-lint --since',
    );
  });

  test('does not follow a link out of the handbook', () => {
    write({ 'site/content/_index.md': '# Home\n', 'outside/secret.md': '# Secret\n' });
    symlinkSync(join(folder, 'outside'), join(folder, 'site/content/link'));
    expect(run('init', '--yes', 'site').stdout).toMatch(/\n1 page\./);
  });
});
