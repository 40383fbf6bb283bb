import type { HandbookConfig } from '../../config/config.ts';
import { count } from '../../phrases/amounts.ts';
import { siteOf } from '../../sites/index.ts';
import { describeTakenFor } from '../../sites/taken-for.ts';
import type { Survey } from './survey.ts';

/** What `init` says it found, and what made it think so. */
export function describeSurvey(config: HandbookConfig, found: Survey): string[] {
  const { static: files, redirects } = config;
  const { keys = [], deciding = [] } = siteOf(config).describe(config);
  const { pages, includes, hosts, unknown, anchors, generating, roles, likelyRoles, jobFamilies, careers, learned } =
    found;
  const size = includes > 0 ? `${count(pages, 'page')} and ${count(includes, 'include')}` : count(pages, 'page');
  const lines = [describeTakenFor(config), ...deciding, `${size}.`];
  const places = [
    ...(keys.includes('static') ? [`Files are served from ${files.join(', ')}.`] : []),
    ...(redirects.length > 0 ? [`Redirects are in ${redirects.join(', ')}.`] : []),
  ];
  if (places.length > 0) lines.push(places.join(' '));
  for (const { host, links, saidBy } of hosts) {
    const why = saidBy === undefined ? 'most to pages that are here' : `and ${saidBy} says so`;
    lines.push(`${host} is its own host: ${count(links, 'link')}, ${why}.`);
  }
  for (const { prefix, links, broken } of unknown) {
    const share = broken === links ? 'and no page here' : `and ${broken.toLocaleString('en')} of them find no page`;
    lines.push(`${prefix} seems to be served by something else: ${count(links, 'link')}, ${share}.`);
  }
  for (const { name, links } of anchors)
    lines.push(`The shortcode ${name} makes anchors: ${count(links, 'link')} to them.`);
  if (generating.length > 0)
    lines.push(`${count(generating.length, 'shortcode')} may make headings that only the built site has.`);
  if (roles > 0) lines.push(`${count(roles, 'page')} with a role in the title, and with sections of a role page.`);
  if (likelyRoles.length > 0)
    lines.push(
      `${count(likelyRoles.length, 'more page')} with a role in the title, and with too little of a role page to be judged unless handbook.yaml names ${likelyRoles.length === 1 ? 'it' : 'them'}.`,
    );
  if (jobFamilies !== null)
    lines.push(`${jobFamilies.folder} holds job families: ${count(jobFamilies.pages, 'page')}.`);
  for (const { pages, roles, sections } of found.roleTypes)
    lines.push(
      `${pages} describes ${count(roles, 'role')}, most with the sections ${sections.map(({ names: [name] }) => name).join(', ')}.`,
    );
  for (const { folder, pages, sections } of learned)
    lines.push(
      `${folder} holds ${count(pages, 'page')}, most with the sections ${sections.map(({ name }) => name).join(', ')}: a page type to consider.`,
    );
  for (const { pattern, departments, levels } of careers)
    lines.push(`${pattern} is a career framework: ${count(departments, 'department')}, levels ${levels.join(', ')}.`);
  return lines;
}
