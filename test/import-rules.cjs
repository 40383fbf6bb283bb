/**
 * Which module may import which, for dependency-cruiser. The model is built in layers, and arrows point only left:
 * markdown, files ← config ← model ← sites ← links ← sections, competencies ← lint ← rules ← edits, reporters ← cli, editor, preset.
 */

/** What a layer must not reach, and why. */
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

const doors = '^src/(cli|editor|edits|reporters)/|^src/(index|preset)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer(
      'markdown-knows-one-page',
      '^src/markdown/',
      `^src/(files|config|model|sites|links|sections|competencies|lint|incremental|workers|git)/|^rules/|${doors}`,
      'Facts depend on a page’s text alone; that is why they can be cached by its hash.',
    ),
    layer(
      'files-know-no-handbook',
      '^src/files/',
      `^src/(markdown|config|model|sites|links|sections|competencies|lint|incremental|workers|git)/|^rules/|${doors}`,
      'A tree of files serves whoever reads one, so it knows nothing of what is in them.',
    ),
    layer(
      'config-is-read-before-the-pages',
      '^src/config/',
      `^src/(model|links|sections|competencies|lint|incremental|workers|git)/|^rules/|${doors}`,
      'handbook.yaml says what the pages are, so it is read without them.',
    ),
    layer(
      'the-model-does-not-judge',
      '^src/model/',
      `^src/(incremental|sites|links|sections|competencies|lint|workers|git)/|^rules/|${doors}`,
      'The index answers questions; what an answer means is for links, competencies and rules to say.',
    ),
    layer(
      'sites-do-not-judge',
      '^src/sites/',
      `^src/(links|sections|competencies|lint|incremental|workers|git)/|^rules/|${doors}`,
      'A site says what its generator makes of a link; whether that is as it should be is for links and rules to say.',
    ),
    layer(
      'links-do-not-judge',
      '^src/links/',
      `^src/(sections|competencies|lint|incremental|workers|git)/|^rules/|${doors}`,
      'The resolver serves rules, explain and the conformance check alike, so it knows none of them.',
    ),
    layer(
      'sections-do-not-judge',
      '^src/sections/',
      `^src/(competencies|lint|incremental|workers|git)/|^rules/|${doors}`,
      'What a page’s sections are is asked by rules, explain and init alike.',
    ),
    layer(
      'competencies-do-not-judge',
      '^src/competencies/',
      `^src/(lint|incremental|workers|git)/|^rules/|${doors}`,
      'A framework is read once and asked by several rules; it may ask the resolver where its tables link to.',
    ),
    layer(
      'reads-are-tracked-by-queries',
      '^src/(sites|links|sections|competencies)/|^rules/',
      '^src/model/reads\\.ts$',
      'What an answer was read from is recorded by query(), so that a right result does not depend on an author’s care.',
    ),
    layer(
      'lint-does-not-know-its-rules',
      '^src/lint/',
      `^rules/|${doors}`,
      'The run takes rules as data, so that each can be run alone and by every door.',
    ),
    layer(
      'lint-does-not-own-the-cache',
      '^src/lint/(?!remark/)',
      '^src/(incremental|workers)/',
      'What has to be judged is a plan that the run is given, so that results of earlier runs and threads stand apart.',
    ),
    layer(
      'lint-asks-git-for-changes-only',
      '^src/lint/(?!changes/)',
      '^src/git/',
      'Which files differ is asked where a change is judged.',
    ),
    layer(
      'rules-do-not-print',
      '^rules/',
      `^src/(incremental|workers|git)/|${doors}`,
      'A rule says what is wrong; each door shows it in its own way.',
    ),
    layer(
      'reporters-know-results',
      '^src/reporters/',
      '^src/(cli|model|sites|config|incremental|workers|git|links|sections|competencies|markdown)/|^rules/',
      'A report is made of findings and a summary, so that it can be made of recorded ones as well.',
    ),
    layer(
      'the-report-asks-the-model',
      '^src/report/',
      '^src/(cli|editor|incremental|workers|git|reporters)/|^rules/',
      'What the page shows is collected from the model and from findings; the command opens the one and runs for the other.',
    ),
    layer(
      'the-page-is-made-of-data',
      '^src/report/page/',
      '^src/(?!report/)',
      'A stored report makes the page that a fresh one does.',
    ),
    layer(
      'edits-know-no-door',
      '^src/edits/',
      '^src/(cli|editor|reporters)/',
      'A rename is planned and written alike, whether a command or an editor asked for it.',
    ),
    {
      name: 'no-circles',
      comment: 'Modules that need each other are one module, or miss one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'files-are-read-in-one-place',
      comment:
        'What reads files decides what content can make us read: only trees of files, what is kept between runs, threads, the command and the editor do.',
      severity: 'error',
      from: {
        path: '^(src|rules)/',
        pathNot: '^src/(files|incremental|workers|git|edits|cli|editor)/|^src/config/find-root\\.ts$',
      },
      to: { path: '^(node:)?(fs|fs/promises)$', dependencyTypes: ['core'] },
    },
    {
      name: 'processes-are-started-in-one-place',
      comment: 'Git is the only program that is run, and never with words from content on a shell’s line.',
      severity: 'error',
      from: { path: '^(src|rules)/', pathNot: '^src/git/' },
      to: { path: '^(node:)?child_process$', dependencyTypes: ['core'] },
    },
    {
      name: 'no-network',
      comment: 'A run gives the same answer offline, and content can make it call nobody.',
      severity: 'error',
      from: { path: '^(src|rules)/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)$', dependencyTypes: ['core'] },
    },
    {
      name: 'packages-are-listed',
      comment:
        'What package.json does not list is not there; what it lists for development alone is copied into the bundles.',
      severity: 'error',
      from: { path: '^(src|rules)/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
