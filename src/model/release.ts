/** What is promoted from one environment to the next: images and flags, per app. `release.yaml` */
export interface Release {
  /** The commit whose apps and charts this environment is rendered from. Absent: those that lie here. */
  readonly source?: string;
  readonly apps: Readonly<Record<string, AppRelease>>;
}

export interface AppRelease {
  readonly images: Readonly<Record<string, ReleasedImage>>;
  readonly flags: Readonly<Record<string, string | boolean>>;
}

/** Whether an environment is to run what was reviewed, byte for byte: a tag can be moved after the review. */
export function wantsDigests({ tier }: { readonly tier: string }): boolean {
  return tier === 'production';
}

export interface ReleasedImage {
  readonly repository: string;
  readonly tag: string;
  /** `sha256:` and 64 hex digits. Left out where nobody has read it; never invented. */
  readonly digest?: string;
}

/** `repository:tag@digest`, or `repository:tag` where the digest is unknown. */
export function imageReference({ repository, tag, digest }: ReleasedImage): string {
  return `${repository}:${tag}${digest === undefined ? '' : `@${digest}`}`;
}
