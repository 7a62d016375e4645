/** What is allowed and seldom meant, at its setting. */
export interface SettingWarning {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}
