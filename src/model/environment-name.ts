const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const LONGEST = 40;

/** Whether a folder can be an environment's, below `environments/` and in the output. */
export function isEnvironmentName(name: string): boolean {
  return NAME.test(name) && name.length <= LONGEST;
}
