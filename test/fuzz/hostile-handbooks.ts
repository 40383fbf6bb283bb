import fc from 'fast-check';
import { hostilePage, mutation } from './hostile-pages.ts';
import type { Files } from './promises.ts';

const small: Files = {
  'handbook.yaml':
    'site: hugo\nhosts: [handbook.example.com]\nframeworks:\n  - name: careers\n    pages: content/handbook/careers/{department}/{level}.md\n',
  'content/_index.md': '# Home\n',
  'content/handbook/_index.md': '',
  'content/handbook/values.md': '---\ntitle: Values\naliases: [/old/]\n---\n\n## Values\n\n## Values\n',
  'assets/includes/a.md': '## Shared\n\n- One\n',
  'assets/includes/shared.md': '## Shared\n',
  'assets/includes/loop.md': '{{% include "includes/loop.md" %}}\n',
  'static/_redirects': '/gone/ /handbook/values/ 301\n',
};

/** A small handbook of hostile pages, or some of these real files with changes at random places. */
export function hostileHandbook(real: Files): fc.Arbitrary<Files> {
  const realPaths = Object.keys(real).filter((path) => path.endsWith('.md'));
  return fc.oneof(
    fc.tuple(hostilePage, hostilePage, hostilePage, hostilePage).map(([page, leaf, include, level]) => ({
      ...small,
      'content/handbook/page.md': page,
      'content/handbook/leaf/index.md': leaf,
      'assets/includes/a.md': include,
      'content/handbook/careers/a/senior.md': level,
      'content/handbook/careers/b/senior.md': '## Skills\n\n- Writes\n- Reads\n',
    })),
    fc
      .array(fc.tuple(fc.constantFrom(...realPaths), fc.array(mutation, { minLength: 1, maxLength: 4 })), {
        minLength: 1,
        maxLength: 3,
      })
      .map((changes) => {
        const near = realPaths.length > 60 ? changes.map(([path]) => path) : realPaths;
        const files: Record<string, string> = {
          ...small,
          ...Object.fromEntries(near.map((path) => [path, real[path]!])),
        };
        if (realPaths.length <= 60) Object.assign(files, real);
        for (const [path, mutations] of changes)
          files[path] = mutations.reduce((text, mutate) => mutate(text), files[path]!);
        return files;
      }),
  );
}
