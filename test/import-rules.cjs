/**
 * Which module may import which, for dependency-cruiser. The rooms stand here from the lowest to the highest, as docs/design.md
 * describes them; a room imports lower rooms only. `why` is what would be lost otherwise.
 */
const rooms = [
  ['collections', 'What groups and counts things need not know what they are.'],
  ['phrases', 'How a message is worded does not depend on what it is about.'],
  ['markdown', 'Facts depend on a page’s text alone; that is why they can be cached by its hash.'],
  ['files', 'A tree of files serves whoever reads one, so it knows nothing of what is in them.'],
  ['config', 'What handbook.yaml can say is known without pages and without generators.'],
  ['model', 'The index answers questions; what an answer means is for links, competencies and rules to say.'],
  [
    'sites',
    'A site says what its generator makes of a link; whether that is as it should be is for links and rules to say.',
  ],
  ['config/loading', 'The configuration says what the pages are, so it is read without them.'],
  ['links', 'The resolver serves rules, explain and the conformance check alike, so it knows none of them.'],
  ['sections', 'What a page’s sections are is asked by rules, explain and init alike.'],
  [
    'competencies',
    'A framework is read once and asked by several rules; it may ask the resolver where its tables link to.',
  ],
  ['git', 'What a commit holds is a tree of files like any other.'],
  ['lint', 'The run takes rules, and the plan of what has to be judged, as data, so that every door runs them alike.'],
  ['rules', 'A rule says what is wrong; each door shows it in its own way.'],
  ['workers', 'A thread does what it is asked, whatever that is; what makes a run fast is known to doors alone.'],
  ['incremental', 'What makes a run fast is known to doors alone.'],
  ['edits', 'A rename is planned and written alike, whether a command or an editor asked for it.'],
  [
    'report',
    'What the page shows is collected from the model and from findings; the command opens the one and runs for the other.',
  ],
  ['reporters', 'A report is made of findings and a summary, so that it can be made of recorded ones as well.'],
  ['remark', 'A door knows no other door.'],
  ['editor', 'A door knows no other door.'],
  ['cli', 'The command starts the server; nothing starts the command.'],
].map(([name, why]) => ({ name, why }));

const pathOf = (name) =>
  name === 'rules' ? '^rules/' : name === 'config' ? '^src/config/(?!loading/)' : `^src/${name}/`;

/** What a room must not reach, and why. */
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

const arrows = rooms.map(({ name, why }, at) => {
  const above = rooms.slice(at + 1).map((room) => pathOf(room.name));
  return layer(`${name}-imports-lower-rooms`, pathOf(name), [...above, '^src/[^/]+$'].join('|'), why);
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    layer(
      'files-know-no-page',
      '^src/files/',
      '^src/markdown/',
      'A tree of files serves whoever reads one, so it knows nothing of what is in them.',
    ),
    layer(
      'reads-are-tracked-by-queries',
      '^src/(sites|links|sections|competencies)/|^rules/',
      '^src/model/reads\\.ts$',
      'What an answer was read from is recorded by query(), so that a right result does not depend on an author’s care.',
    ),
    layer(
      'lint-asks-git-for-changes-only',
      '^src/lint/(?!changes/)|^rules/',
      '^src/git/',
      'Which files differ is asked where a change is judged.',
    ),
    layer(
      'reporters-know-results',
      '^src/reporters/',
      '^src/(?!reporters/|lint/|phrases/|collections/|files/paths|report/top-folder)|^rules/',
      'A report is made of findings and a summary, so that it can be made of recorded ones as well.',
    ),
    layer(
      'the-page-is-made-of-data',
      '^src/report/page/',
      '^src/(?!report/|phrases/|collections/|files/paths)',
      'A stored report makes the page that a fresh one does.',
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
        pathNot: '^src/(files|incremental|workers|git|edits|cli|editor)/|^src/config/loading/find-root\\.ts$',
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
