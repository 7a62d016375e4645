const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const LONGEST = 40;

/** Whether an app or an environment can be called so, which names a folder of the output. */
export function isFolderName(name: string): boolean {
  return NAME.test(name) && name.length <= LONGEST;
}
