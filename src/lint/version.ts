import manifest from '../../package.json' with { type: 'json' };

/** This package's version. */
export const version: string = manifest.version;

/** Where the documentation is served, as package.json says; ends in `/`. */
export const documentation: string = manifest.documentation;

/** Where a file of just this version of the package can be read: `dist/handbook.schema.json`, `docs/hooks.md`. */
export function publishedUrl(path: string): string {
  return `https://unpkg.com/${manifest.name}@${version}/${path}`;
}

/** Where the rule's page can be read: `handbook-link-page` → `…/rules/link-page.html` of the documentation. */
export function ruleUrl(id: string): string {
  return `${documentation}rules/${id.replace(/^handbook-/, '')}.html`;
}
