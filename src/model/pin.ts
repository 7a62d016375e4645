/** An environment whose apps and charts are those of an older revision. */
export interface Pin {
  readonly environment: string;
  /** The full id of the commit. */
  readonly commit: string;
  /** Commits of HEAD that the revision lacks; absent where Git does not say. */
  readonly behind?: number;
  /** Those of them that change apps/, charts/ or what is installed. */
  readonly touching?: number;
}

export const shortCommit = (commit: string): string => commit.slice(0, 12);

/** `prod is held at 1a2b3c4d5e6f: 14 commits behind HEAD, 3 of which change apps/, charts/ or what is installed` */
export function describePin({ environment, commit, behind, touching }: Pin): string {
  const held = `${environment} is held at ${shortCommit(commit)}`;
  if (behind === undefined) return `${held}; Git does not say how far that is behind HEAD`;
  if (behind === 0) return `${held}, which is HEAD`;
  const commits = `${behind} ${behind === 1 ? 'commit' : 'commits'} behind HEAD`;
  if (touching === undefined) return `${held}: ${commits}`;
  const verb = touching === 1 ? 'changes' : 'change';
  return `${held}: ${commits}, ${touching} of which ${verb} apps/, charts/ or what is installed`;
}
