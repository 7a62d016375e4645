/** What is described and a form of the description has no word for. */
export interface LeftOut {
  /** The setting, such as `controlPlane.deletionProtection`. */
  readonly setting: string;
  /** Why, and what to do about it. Full sentences. */
  readonly why: string;
}
