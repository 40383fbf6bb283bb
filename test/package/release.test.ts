import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { notesOf, released } from '../../scripts/release/changelog.ts';
import { preCommitHooks } from '../../scripts/release/mirror.ts';
import { placesOf, wrongPlaces } from '../../scripts/release/places.ts';
import { publishedReadme } from '../../scripts/release/readme.ts';

const top = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, top), 'utf8');

test('what is unreleased becomes the notes of the version, once', () => {
  const log = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-01-02)\n\n- First.\n';
  const next = released(log, '0.2.0', '2026-11-28');
  expect(next).toBe(log.replace('## Unreleased\n', '## Unreleased\n\n## 0.2.0 (2026-11-28)\n'));
  expect(notesOf(next, '0.2.0')).toBe('- New.');
  expect(notesOf(next, '0.1.0')).toBe('- First.');
  expect(notesOf(next, 'Unreleased')).toBeNull();
  expect(released(next, '0.2.0', '2026-11-29')).toBe(next);
  expect(() => released(next, '0.3.0', '2026-11-29')).toThrow('Unreleased');
});

test('links of README lead to the package where it holds the file, else to the repository', () => {
  const urls = { package: 'https://unpkg.com/p@1.0.0', repository: 'https://git.example.org/p' };
  const readme = '[a](docs/a.md#b) [c](bench/c.md) [d](https://x.example/) [e](#here) ![f](docs/f.png)';
  expect(publishedReadme(readme, urls, (path) => path.startsWith('docs/'))).toBe(
    '[a](https://unpkg.com/p@1.0.0/docs/a.md#b) [c](https://git.example.org/p/-/blob/main/bench/c.md) [d](https://x.example/) [e](#here) ![f](https://unpkg.com/p@1.0.0/docs/f.png)',
  );
});

test('placeholders, and texts that name other places, keep a release from being made', () => {
  const manifest = (host: string) => ({
    homepage: `https://${host}/p`,
    documentation: `https://${host}/docs/`,
    bugs: { url: `https://${host}/p/issues`, email: `security@${host}` },
  });
  const texts = { 'docs/hooks.md': 'https://git.host.net/p-pre-commit', 'SECURITY.md': 'security@git.host.net' };
  expect(wrongPlaces(placesOf(manifest('git.host.net')), texts)).toEqual([]);
  expect(wrongPlaces(placesOf(manifest('git.example.com')), texts)).toEqual([
    'package.json has a placeholder for repository: https://git.example.com/p',
    'package.json has a placeholder for documentation: https://git.example.com/docs/',
    'package.json has a placeholder for bugs: https://git.example.com/p/issues',
    'package.json has a placeholder for security: security@git.example.com',
    'package.json has a placeholder for mirror: https://git.example.com/p-pre-commit',
    'docs/hooks.md does not name https://git.example.com/p-pre-commit',
    'SECURITY.md does not name security@git.example.com',
  ]);
});

test('the texts name the places of package.json, and pre-commit installs the version that is released', () => {
  const manifest = JSON.parse(read('package.json'));
  const texts = { 'docs/hooks.md': read('docs/hooks.md'), 'SECURITY.md': read('SECURITY.md') };
  expect(wrongPlaces(placesOf(manifest), texts).filter((each) => !each.includes('placeholder'))).toEqual([]);
  const spec = `${manifest.name}@${manifest.version}`;
  expect(texts['docs/hooks.md']).toContain(`additional_dependencies: ['${spec}']`);
  const hooks = parse(preCommitHooks(manifest.name, manifest.version)) as { additional_dependencies: unknown }[];
  expect(hooks.map((hook) => hook.additional_dependencies)).toEqual([[spec], [spec]]);
});
