/** What a change is compared with: a commit by any name, or the commit where the work left a branch. */
export type Base =
  | { readonly kind: 'ref'; readonly ref: string }
  | { readonly kind: 'merge-base'; readonly branch: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The base that a GitLab merge request pipeline names in its variables; `null` anywhere else. A pipeline for merged results
 * has checked out the target branch and the change together, so there only the target's own commit leaves the change alone.
 */
export function baseOfPipeline(env: Environment): Base | null {
  if (!env.CI_MERGE_REQUEST_IID && !env.CI_MERGE_REQUEST_DIFF_BASE_SHA) return null;
  const commit = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA || env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (commit) return { kind: 'ref', ref: commit };
  const branch = env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  return branch ? { kind: 'merge-base', branch } : null;
}

/**
 * What the pre-commit framework (4.6) asks about before a push and in `pre-commit run --from-ref main --to-ref HEAD`, where nothing is staged:
 * the commits since one left the other. It names `upTo` by any name.
 */
export function baseOfPreCommit(env: Environment): { readonly base: Base; readonly upTo: string } | null {
  const { PRE_COMMIT_FROM_REF: branch, PRE_COMMIT_TO_REF: upTo } = env;
  return branch && upTo ? { base: { kind: 'merge-base', branch }, upTo } : null;
}
