/** Every way that a handbook could point out of its folder, through the command: what lies outside is not read, run or shown. */
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const secret =
  '---\ntitle: Topsecret\naliases: [/topsecret-alias/]\n---\n\n## Topsecret heading\n\n[x](/topsecret-link/)\n';
const bundle = builtCommand();
const formats = ['text', 'json', 'gitlab', 'sarif', 'junit', 'github', 'markdown'] as const;

/** A folder with a secret, and a handbook beside it; `above` leads from the handbook to the secret. */
function placed(files: (outside: string) => Readonly<Record<string, string>>) {
  const top = temporaryFolder({ 'outside/secret.md': secret, 'outside/shortcodes/note.html': '{{ .Inner }}' });
  const outside = join(top, 'outside');
  const root = join(top, 'handbook');
  writeFiles(root, { 'content/_index.md': '---\ntitle: Home\n---\n', ...files(outside) });
  return { outside, root };
}

test('includes, links and symbolic links bring nothing in', () => {
  const { outside, root } = placed((folder) => ({
    'assets/includes/a.md': '## Shared\n',
    'content/page.md': [
      '{{% include "../../outside/secret.md" %}}',
      '{{% include "includes/../../../outside/secret.md" %}}',
      `{{% include "${folder}/secret.md" %}}`,
      '{{% include "includes/linked.md" %}}',
      '{{% include "includes/linked-folder/secret.md" %}}',
      '[a](../../outside/secret.md) [b](../../../outside/secret.md#topsecret-headin)',
      `[c](file://${folder}/secret.md) [d](#topsecret-headin) [e](/linked/#topsecret-headin) [f](/topsecret-alia/)`,
    ].join('\n\n'),
    'content/linked.txt': '',
  }));
  symlinkSync(join(outside, 'secret.md'), join(root, 'content/linked.md'));
  symlinkSync(outside, join(root, 'content/linked-folder'));
  symlinkSync(join(outside, 'secret.md'), join(root, 'assets/includes/linked.md'));
  symlinkSync(outside, join(root, 'assets/includes/linked-folder'));
  symlinkSync(outside, join(root, 'layouts'));
  symlinkSync(outside, join(root, 'static'));
  for (const format of formats) {
    const { code, stdout, stderr } = runBundle(bundle, ['--root', root, '--no-cache', '--format', format], root);
    expect([format, code, stderr]).toEqual([format, 1, '']);
    // The page's own words may come back, what only the secret says may not.
    for (const words of ['Topsecret', 'topsecret-heading', 'topsecret-alias', 'topsecret-link'])
      expect([format, stdout.includes(words) && words]).toEqual([format, false]);
  }
});

test.each([
  'content: [../outside]',
  'static: [../outside]',
  'assets: [../outside]',
  'layouts: [../outside]',
  'redirects: [../outside/secret.md]',
  'includes: {root: ../outside}',
  'includes: {folders: [../outside]}',
  'content: [/etc]',
  'content: ["C:\\\\"]',
])('%s is refused', (line) => {
  const { root } = placed(() => ({ 'handbook.yaml': `${line}\n` }));
  const { code, stdout, stderr } = runBundle(bundle, ['--root', root, '--no-cache'], root);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/handbook\.yaml line 1, .*out of the handbook/);
});

test('nothing in the handbook is run, whatever it is called', () => {
  const mark = (root: string, name: string) => join(root, `ran-${name}`);
  const { root } = placed(() => ({}));
  const code = (name: string) => `require('node:fs').writeFileSync(${JSON.stringify(mark(root, name))}, '')`;
  const names = ['handbook.js', 'handbook.yaml.js', '.remarkrc.js', '.remarkrc.cjs', 'node_modules/satteri/index.js'];
  writeFiles(root, {
    ...Object.fromEntries(names.map((name) => [name, code(name.replaceAll('/', '-'))])),
    'package.json': JSON.stringify({
      scripts: { postinstall: 'touch ran-package' },
      remarkConfig: { plugins: ['./x.js'] },
    }),
    'x.js': code('x'),
    'content/page.md': `---js\n${code('front')}\n---\n\n<script>${code('script')}</script>\n\n{{< x \`touch ran-shortcode\` >}}\n`,
    'content/yaml.md': '---\ntitle: !!js/function "function () { throw 1 }"\n---\n',
    'layouts/shortcodes/x.html': '{{ os.ReadFile "/etc/passwd" }}{{ resources.GetRemote "http://localhost/" }}',
  });
  const { code: status } = runBundle(bundle, ['--root', root, '--no-cache', '--format', 'json'], root);
  expect([0, 1]).toContain(status);
  for (const name of [
    ...names.map((each) => each.replaceAll('/', '-')),
    'x',
    'front',
    'script',
    'shortcode',
    'package',
  ])
    expect([name, existsSync(mark(root, name))]).toEqual([name, false]);
});

test('a bomb of YAML aliases is refused in handbook.yaml and costs nothing in a page', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghijkl'
    .split('')
    .map((key, index) => `${key}: &${key} [${`*${'abcdefghijkl'[index]}, `.repeat(9)}]\n`)
    .join('')}`;
  const { root } = placed(() => ({ 'content/page.md': `---\n${bomb}---\n` }));
  expect(runBundle(bundle, ['--root', root, '--no-cache'], root).code).toBeLessThan(2);
  writeFiles(root, { 'handbook.yaml': bomb });
  expect(runBundle(bundle, ['--root', root, '--no-cache'], root).stderr).toContain('aliases make it too large');
});
