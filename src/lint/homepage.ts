import manifest from '../../package.json' with { type: 'json' };

/**
 * Where the documentation is served, as package.json says; ends in `/`. A name below `.example` belongs to nobody (RFC 2606) and stands
 * there until the first release: findings, the site and the release all read it here.
 */
export const homepage: string = manifest.homepage;
