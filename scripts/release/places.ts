/** The places that a release names: where it is developed, documented, reported to. package.json alone says them. */
export interface Places {
  readonly repository: string;
  readonly documentation: string;
  readonly bugs: string;
  readonly security: string;
  /** Where pre-commit gets the hooks that install the published package. */
  readonly mirror: string;
}

interface Manifest {
  readonly homepage: string;
  readonly documentation: string;
  readonly bugs: { readonly url: string; readonly email: string };
}

/** Reads the places of a package.json. */
export function placesOf({ homepage, documentation, bugs }: Manifest): Places {
  const mirror = `${homepage}-pre-commit`;
  return { repository: homepage, documentation, bugs: bugs.url, security: bugs.email, mirror };
}

/** What keeps the places from being published, a sentence each: placeholders, and texts that name other ones. */
export function wrongPlaces(places: Places, texts: Readonly<Record<string, string>>): readonly string[] {
  const placeholders = Object.entries(places).filter(([, place]) => /\bexample\.(?:com|org|net)\b/.test(place));
  const missing = Object.entries({ 'docs/hooks.md': places.mirror, 'SECURITY.md': places.security });
  return [
    ...placeholders.map(([name, place]) => `package.json has a placeholder for ${name}: ${place}`),
    ...missing.flatMap(([path, place]) => (texts[path]?.includes(place) ? [] : [`${path} does not name ${place}`])),
  ];
}
