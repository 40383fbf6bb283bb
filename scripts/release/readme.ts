/**
 * README.md as npm shows it: npm has no folder beside it, so links into the package lead to that version of its files, and others to the
 * repository. `isPublished` says whether the package holds a path.
 */
export function publishedReadme(
  readme: string,
  urls: { readonly package: string; readonly repository: string },
  isPublished: (path: string) => boolean,
): string {
  return readme.replace(
    /(\]\()(?!https?:|#|mailto:)([^)\s#]+)(#[^)\s]*)?\)/g,
    (_, open: string, path: string, fragment = '') => {
      const base = isPublished(path) ? urls.package : `${urls.repository}/-/blob/main`;
      return `${open}${base}/${path}${fragment})`;
    },
  );
}
