/** The documentation as a site: `npm run docs` builds it. Where it is served is `documentation` in package.json. */
import rules from './rules.json';

const guides = [
  { text: 'In the commit hook', link: '/hooks' },
  { text: 'In the pipeline', link: '/ci' },
  { text: 'In the editor', link: '/editors' },
  { text: 'The health report', link: '/report' },
  { text: 'Recipes', link: '/recipes' },
];

const reference = [
  { text: 'handbook.yaml', link: '/configuration' },
  { text: 'Report formats', link: '/formats' },
  { text: 'Career frameworks', link: '/frameworks' },
  { text: 'How links resolve', link: '/how-resolution-works' },
  { text: 'MkDocs', link: '/sites/mkdocs' },
  { text: 'Jekyll', link: '/sites/jekyll' },
  { text: 'Docusaurus', link: '/sites/docusaurus' },
  { text: 'VitePress', link: '/sites/vitepress' },
  { text: 'Starlight', link: '/sites/starlight' },
  { text: 'GitBook', link: '/sites/gitbook' },
  { text: 'Repositories', link: '/sites/repository' },
  { text: 'Other sites', link: '/sites/unknown' },
  { text: 'Verdicts that changed', link: '/changed-verdicts' },
  { text: 'What it promises', link: '/trust' },
];

export default {
  title: 'handbook-lint',
  description: 'Links, role pages and competencies of company handbooks, checked as the built site has them',
  lang: 'en',
  srcExclude: ['editors/**'],
  // The pages speak of templates: two braces are words.
  vue: { template: { compilerOptions: { delimiters: ['<%vue', '%>'] } } },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Rules', link: '/rules/README' },
      { text: 'handbook.yaml', link: '/configuration' },
      { text: 'Recipes', link: '/recipes' },
    ],
    sidebar: [
      { text: 'Guides', items: guides },
      { text: 'Reference', items: reference },
      { text: 'Rules', link: '/rules/README', items: rules },
    ],
    outline: [2, 3],
  },
};
