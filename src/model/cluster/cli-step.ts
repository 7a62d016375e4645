import type { LeftOut } from './left-out';

/** One call of the AWS CLI. */
export interface CliStep {
  /** Names its file, such as `create-nodegroup-general`. */
  readonly name: string;
  /** What follows `aws`, such as `eks create-nodegroup`, or `eks wait …` where there is no input. */
  readonly command: string;
  /** What `--cli-input-json` takes. */
  readonly input?: object;
}

/** The calls that make a cluster, in their order, and what no call is for. */
export interface CliSteps {
  readonly steps: readonly CliStep[];
  readonly leftOut: readonly LeftOut[];
}

/** A call, and the name of what it makes. */
export function step(command: string, name: string, input: object): CliStep {
  return { name: `${command.slice(command.indexOf(' ') + 1)}-${name}`, command, input };
}
