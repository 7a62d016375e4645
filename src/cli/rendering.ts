import type { Command } from 'commander';
import type { Output } from './output';

/** How the apps are run. */
export interface RenderingFlags {
  readonly sandbox?: boolean;
  readonly verifyDeterminism?: boolean;
}

export function addRenderingFlags(command: Command): Command {
  return command
    .option('--sandbox', 'run the apps in a process that can reach neither files nor processes')
    .option('--verify-determinism', 'render twice, the second time as another machine would, and compare');
}

/**
 * `CDK8S_EKS_STOCK=1` is for a version of cdk8s that `render/fast` does not know, and for comparing: what is rendered
 * is the same, so it is not a flag.
 */
export function renderingOf({ sandbox, verifyDeterminism }: RenderingFlags) {
  const stock = process.env['CDK8S_EKS_STOCK'] === '1';
  return { sandbox: sandbox === true, verifyDeterminism: verifyDeterminism === true, stock };
}

/** Silence would leave open whether anything was compared. */
export function sayRenderedTwice({ verifyDeterminism }: RenderingFlags, output: Output): void {
  if (verifyDeterminism !== true) return;
  output.log('rendered twice, the second time as another machine on another day would: the same objects');
}
