import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A small site, and the generator that builds it. */
export interface RealSite {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  /** What stands before the folder to build into. */
  readonly options: readonly string[];
  /** The folder with the generator's packages. */
  readonly installed?: string;
  readonly isHere: boolean;
  /** The path that the site is served below. */
  readonly base: string;
  readonly isMovable: (path: string) => boolean;
  /** The folder, with a `/`, that a file stays in when it is moved. */
  readonly topOf: (path: string) => string;
}

interface Kind {
  readonly name: string;
  readonly content: string;
  readonly base: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Links in forms of the generator's own, one a page. */
  readonly own: readonly string[];
  /** What brings in a part from another file, and where that lies. */
  readonly part?: { readonly path: string; readonly call: string };
  readonly generator: Pick<RealSite, 'command' | 'options' | 'installed' | 'isHere'>;
}

const paths = [
  'crew/watch.md',
  'crew/watch',
  'crew/watch/',
  'crew/watch.html',
  'crew/',
  'crew/index.md',
  'stores/list.md',
  'stores/',
];
const fragments = ['', '#night', '#night-1', '#night_1', '#uber-bord', '#%C3%BCber-bord', '#own', '#of-the-part'];

/** Every way to write a path from a page, those that lead nowhere included. */
function hrefsFrom(folder: string, base: string): readonly string[] {
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length);
  const starts = ['/', base, `https://crew.example.com${base}`, up === '' ? './' : up, `../${up}`];
  return starts.flatMap((start) => paths.map((path) => start + path));
}

function pageOf(number: number, folder: string, { base, own, part, name }: Kind): string {
  const isVite = name.startsWith('VitePress');
  let label = 0;
  const letter = 'abcdefghij'[number]!;
  const next = () => `${letter}${String(label++).padStart(2, '0')}`;
  const links = hrefsFrom(folder, base).map((href, at) => {
    const full = `${href}${fragments[(at * 3 + number) % fragments.length]}`;
    return at % 4 === 3 ? `<a href="${full}">${next()}</a>` : `[${next()}](${full})`;
  });
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length);
  // Vite builds no site that shows an image by an address with the base.
  const images = [
    `${up === '' ? './' : up}img/plan.png`,
    `${up === '' ? './' : up}crew/photo.png`,
    ...(isVite ? [] : ['/img/plan.png', `${base}img/plan.png`]),
  ];
  const own2 = own.map((form) => form.replaceAll('LABEL', () => next()));
  const body = [...links, ...images.map((src) => `![${next()}](${src})`), ...own2].join('\n\n');
  const call = part === undefined || number % 3 !== 0 ? '' : part.call.replace('UP/', up === '' ? './' : up);
  return `---\ntitle: Title ${number}\n---\n\n# Title ${number}\n\npage p${number}\n\n${call}\n\n${body}\n\n${headings}`;
}

const headings =
  '## Night\n\nWords.\n\n## Night\n\nWords.\n\n## Über Bord\n\nSee [z](#night).\n\n## Its own {#own}\n\nWords.\n';

function siteOf(kind: Kind): RealSite {
  const { content, part } = kind;
  const pages = {
    'index.md': '',
    'crew/index.md': 'crew',
    'crew/watch.md': 'crew',
    'stores/list.md': 'stores',
    'crew/deep/er/far.md': 'crew/deep/er',
  };
  const isHugo = kind.name.startsWith('Hugo');
  const texts = Object.entries(pages).map(([path, folder], number) => {
    const name = isHugo ? path.replace(/\bindex\.md$/, '_index.md') : path;
    return [join(content, name), pageOf(number, folder, kind)] as const;
  });
  const top = content === '' ? '' : `${content}/`;
  return {
    ...kind.generator,
    name: kind.name,
    base: kind.base,
    files: {
      ...kind.settings,
      ...Object.fromEntries(texts),
      ...(part === undefined
        ? {}
        : { [part.path]: 'part\n\n## Of the part\n\n[j99](#its-own-one)\n\n[j98](#night) [j97](#of-the-part)\n' }),
      [join(content, 'img/plan.png')]: 'plan',
      [join(content, 'crew/photo.png')]: 'photo',
    },
    isMovable: (path) => (path.endsWith('.png') || path.endsWith('.md')) && path.startsWith(top),
    topOf: (path) => (part !== undefined && path.startsWith('_includes/') ? '_includes/' : top),
  };
}

function command(name: string, options: readonly string[], about = '--version'): Kind['generator'] {
  const own = process.env[name.toUpperCase()] ?? name;
  return { command: own, options, isHere: spawnSync(own, [about]).error === undefined };
}

function packageOf(name: string, variable: string | undefined, options: readonly string[]): Kind['generator'] {
  const bin = `node_modules/.bin/${name}`;
  return {
    command: bin,
    options,
    isHere: existsSync(join(variable ?? '', bin)),
    ...(variable === undefined ? {} : { installed: variable }),
  };
}

const mkdocs = command('mkdocs', ['build', '-q', '-d']);
const jekyll = command('jekyll', ['build', '-q', '-d']);
const hugo = command('hugo', ['--quiet', '-d'], 'version');
const vitepress = packageOf('vitepress', process.env.VITEPRESS, ['build', '--outDir']);

const layout = '{{ define "x" }}{{ end }}<main>{{ .Content }}</main>\n';
const layouts = {
  'layouts/_default/single.html': layout,
  'layouts/_default/list.html': layout,
  'layouts/index.html': layout,
};
const own =
  '[LABEL]({{< ref "/crew/watch.md#own" >}})\n\n[LABEL]({{< relref "watch" >}})\n\n<a href="{{< ref "/crew" >}}">LABEL</a>';

const kinds: readonly Kind[] = [
  {
    name: 'Hugo without link hooks',
    content: 'content',
    base: '/base/',
    settings: {
      ...layouts,
      'hugo.yaml':
        'baseURL: https://crew.example.com/base/\nmarkup: { goldmark: { renderer: { unsafe: true } } }\nrefLinksErrorLevel: WARNING\n',
    },
    own: [own],
    generator: hugo,
  },
  {
    name: 'Hugo with its own link hooks',
    content: 'content',
    base: '/',
    settings: {
      ...layouts,
      'hugo.yaml':
        'baseURL: https://crew.example.com/\nmarkup: { goldmark: { renderer: { unsafe: true }, renderHooks: { link: { useEmbedded: always }, image: { useEmbedded: always } } } }\nrefLinksErrorLevel: WARNING\nuglyURLs: false\n',
    },
    own: [own],
    generator: hugo,
  },
  {
    name: 'MkDocs',
    content: 'docs',
    base: '/base/',
    settings: {
      'mkdocs.yml':
        'site_name: Ship\nsite_url: https://crew.example.com/base/\nmarkdown_extensions: [attr_list]\nnav: [j80: index.md, Crew: [j81: ./crew/watch.md, j82: crew/index.md, Far: [j83: crew/deep/er/far.md]], j84: stores/list.md]\n',
    },
    own: [],
    generator: mkdocs,
  },
  {
    name: 'MkDocs with addresses of files and snippets',
    content: 'docs',
    base: '/base/',
    settings: {
      'mkdocs.yml':
        'site_name: Ship\nsite_url: https://crew.example.com/base/\nuse_directory_urls: false\nmarkdown_extensions: [attr_list, { pymdownx.snippets: { base_path: [docs] } }]\n',
    },
    part: { path: 'docs/parts/part.md', call: '--8<-- "parts/part.md"' },
    own: [],
    generator: mkdocs,
  },
  {
    name: 'Jekyll',
    content: '',
    base: '/base/',
    settings: { '_config.yml': 'baseurl: /base\nurl: https://crew.example.com\n' },
    part: { path: '_includes/part.md', call: '{% include part.md %}' },
    own: [
      '[LABEL]({% link crew/watch.md %}#own)',
      '[LABEL]({{ site.baseurl }}/crew/watch.html#night)',
      '[LABEL]({{ "/crew/" | relative_url }})',
    ],
    generator: jekyll,
  },
  {
    name: 'Jekyll with pretty addresses and relative links',
    content: '',
    base: '/base/',
    settings: {
      '_config.yml':
        'baseurl: /base\nurl: https://crew.example.com\npermalink: pretty\nplugins: [jekyll-relative-links]\n',
    },
    part: { path: '_includes/part.md', call: '{% include part.md %}' },
    own: [
      '[LABEL]({% link crew/watch.md %}#own)',
      '[LABEL]({{ site.baseurl }}/crew/watch/#night)',
      "[LABEL]({{ 'crew/' | relative_url }})",
    ],
    generator: jekyll,
  },
  ...[false, true].map(
    (cleanUrls): Kind => ({
      name: `VitePress ${cleanUrls ? 'with' : 'without'} clean addresses`,
      content: 'pages',
      base: '/base/',
      settings: {
        '.vitepress/config.mts': `import { defineConfig } from 'vitepress';\nexport default defineConfig({ base: '/base/', srcDir: './pages', cleanUrls: ${cleanUrls}, ignoreDeadLinks: true });\n`,
        'handbook.yaml': 'hosts: [crew.example.com]\n',
        'package.json': '{ "type": "module" }\n',
      },
      part: {
        path: 'pages/parts/part.md',
        call: cleanUrls ? '<!--@include: @/parts/part.md-->' : '<!--@include: UP/parts/part.md-->',
      },
      own: [],
      generator: vitepress,
    }),
  ),
];

export const realSites: readonly RealSite[] = kinds.map(siteOf);
