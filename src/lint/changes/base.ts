/** What a change is compared with: a commit by any name, or the commit where the work left a branch. */
export type Base =
  | { readonly kind: 'ref'; readonly ref: string }
  | { readonly kind: 'merge-base'; readonly branch: string };

/**
 * The base that a GitLab merge request pipeline names in its variables; `null` anywhere else. A pipeline for merged results
 * has checked out the target branch and the change together, so there only the target's own commit leaves the change alone.
 */
export function baseOfPipeline(env: Readonly<Record<string, string | undefined>>): Base | null {
  if (!env.CI_MERGE_REQUEST_IID && !env.CI_MERGE_REQUEST_DIFF_BASE_SHA) return null;
  const commit = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA || env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (commit) return { kind: 'ref', ref: commit };
  const branch = env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  return branch ? { kind: 'merge-base', branch } : null;
}
