/**
 * Makes a release: `npm run release -- <version> [--dry-run] [--to FOLDER]`.
 *
 * Sets the version, puts what the changelog has under it, builds, packs and tags. Nothing is pushed or published: the commands for that are
 * printed at the end. `--dry-run` does all but the tag in a copy, and says what is not ready. FOLDER (`release`) gets the package, the
 * notes, and the repository of the pre-commit hooks.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { notesOf, released } from './release/changelog.ts';
import { writeMirror } from './release/mirror.ts';
import { placesOf, wrongPlaces } from './release/places.ts';
import { publishedReadme } from './release/readme.ts';

const root = new URL('..', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, to: { type: 'string', default: join(root, 'release') } },
});
const isDry = values['dry-run'];
const version = positionals[0] ?? '';
if (!/^\d+\.\d+\.\d+$/.test(version))
  fail('Write npm run release -- <version> [--dry-run], with a version such as 1.2.3.');

const tree = isDry ? copyOfTree() : root;
const read = (path: string) => readFileSync(join(tree, path), 'utf8');
const run = (program: string, args: readonly string[], cwd = tree) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

const manifest = JSON.parse(read('package.json'));
const places = placesOf(manifest);
const problems = [
  ...wrongPlaces(places, { 'docs/hooks.md': read('docs/hooks.md'), 'SECURITY.md': read('SECURITY.md') }),
  ...(run('git', ['status', '--porcelain'], root) === ''
    ? []
    : ['the working tree has changes that are not committed']),
  ...(run('git', ['tag', '--list', `v${version}`], root) === '' ? [] : [`there is a tag v${version} already`]),
];
for (const problem of problems) console.log(`Not ready: ${problem}.`);
if (problems.length > 0 && !isDry) process.exit(1);

run('npm', ['version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts']);
writeFileSync(
  join(tree, 'CHANGELOG.md'),
  released(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10)),
);
const notes = notesOf(read('CHANGELOG.md'), version) ?? fail(`CHANGELOG.md has no heading for ${version}.`);
for (const path of ['docs/hooks.md', 'docs/ci.md']) {
  const named = read(path).replaceAll(`@${manifest.version}`, `@${version}`);
  writeFileSync(join(tree, path), named.replaceAll(`rev: v${manifest.version}`, `rev: v${version}`));
}
// Addresses of schemas and rule pages name the version.
run('npm', ['run', '--silent', 'generate']);
run('npm', ['run', '--silent', 'build']);

const to = resolve(values.to);
mkdirSync(to, { recursive: true });
const tarball = pack();
writeFileSync(join(to, 'notes.md'), `${notes}\n`);
writeMirror(join(to, 'pre-commit'), manifest.name, version);
if (!isDry) {
  run('git', ['commit', '--quiet', '--all', '--message', `Version ${version}`]);
  run('git', ['tag', '--annotate', `v${version}`, '--message', `Version ${version}`]);
}
console.log(
  `${isDry ? 'Would release' : 'Tagged'} ${manifest.name} ${version}: ${notes.split('\n').length} lines of notes.`,
);
console.log(`In ${to}: ${tarball}, notes.md, pre-commit/ (the repository ${places.mirror}).`);
console.log(
  `Next: git push --follow-tags && npm publish ${join(to, tarball)}, then push pre-commit/ with the tag v${version}.`,
);
if (isDry) rmSync(tree, { recursive: true });

/** Packs what is built, with README.md as npm shows it. */
function pack(): string {
  const readme = read('README.md');
  const [listed] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'])) as [
    { readonly files: readonly { readonly path: string }[] },
  ];
  const files = new Set(listed.files.map(({ path }) => path));
  const notices = read('dist/THIRD-PARTY-NOTICES.txt');
  const { components } = JSON.parse(read('dist/sbom.cdx.json')) as {
    readonly components: readonly { readonly name: string }[];
  };
  const silent = components.filter(({ name }) => !notices.includes(`${name}@`));
  if (silent.length > 0) fail(`There is no notice for ${silent.map(({ name }) => name).join(', ')}.`);
  const urls = { package: `https://unpkg.com/${manifest.name}@${version}`, repository: places.repository };
  try {
    writeFileSync(
      join(tree, 'README.md'),
      publishedReadme(readme, urls, (path) => files.has(path)),
    );
    return run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', to]);
  } finally {
    writeFileSync(join(tree, 'README.md'), readme);
  }
}

/** The files that are tracked, in a folder of their own, with the packages that are installed here. */
function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'release-'));
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const path of paths.filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function fail(why: string): never {
  console.error(why);
  process.exit(2);
}
