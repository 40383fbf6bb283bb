/** The text below a version's heading in CHANGELOG.md; `null` when there is none. */
export function notesOf(changelog: string, version: string): string | null {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => section.split(/[ \n]/, 1)[0] === version);
  const notes = own?.slice(own.indexOf('\n')).trim();
  return notes === undefined || notes === '' ? null : notes;
}

/** The changelog with what was unreleased below a version's heading, and nothing unreleased. Throws when there is nothing. */
export function released(changelog: string, version: string, day: string): string {
  if (notesOf(changelog, version) !== null) return changelog;
  if (notesOf(changelog, 'Unreleased') === null) throw new Error('CHANGELOG.md says nothing below "Unreleased".');
  return changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} (${day})`);
}
