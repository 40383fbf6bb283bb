import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hook = (
  id: string,
  name: string,
  description: string,
  entry: string,
  stages: string,
  spec: string,
) => `- id: ${id}
  name: ${name}
  description: ${description}
  entry: ${entry}
  language: node
  additional_dependencies: ['${spec}']
  pass_filenames: false
  always_run: true
  require_serial: true
  stages: [${stages}]
  minimum_pre_commit_version: 3.0.0
`;

/** Hooks for pre-commit that install a published version of the package, not the tree that it is developed in. */
export function preCommitHooks(name: string, version: string): string {
  const spec = `${name}@${version}`;
  const staged = 'What this commit breaks in the handbook, also on pages that it does not touch.';
  const whole = 'Everything that is wrong in the handbook, old findings included.';
  return [
    '# The hooks take no file names: pre-commit passes only files that exist, and a deleted page breaks others.\n',
    // Names that pre-commit 3.0 knows; 4.7 takes them for its own.
    hook(
      'handbook-lint',
      'handbook-lint',
      staged,
      'handbook-lint --staged',
      'commit, merge-commit, push, manual',
      spec,
    ),
    hook('handbook-lint-all', 'handbook-lint (whole handbook)', whole, 'handbook-lint', 'manual', spec),
  ].join('');
}

/** Writes the files of the repository that pre-commit gets the hooks from. pre-commit wants a package there; it installs nothing of it. */
export function writeMirror(folder: string, name: string, version: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.pre-commit-hooks.yaml'), preCommitHooks(name, version));
  const manifest = { name: `${name}-pre-commit`, version: '0.0.0', private: true };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
