/** What is promoted from one environment to the next: images and flags, per app. `release.yaml` */
export interface Release {
  readonly apps: Readonly<Record<string, AppRelease>>;
}

export interface AppRelease {
  readonly images: Readonly<Record<string, ReleasedImage>>;
  readonly flags: Readonly<Record<string, string | boolean>>;
}

export interface ReleasedImage {
  readonly repository: string;
  readonly tag: string;
  /** `sha256:` and 64 hex digits. Left out where nobody has read it; never invented. */
  readonly digest?: string;
}
