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

export function renderingOf({ sandbox, verifyDeterminism }: RenderingFlags) {
  return { sandbox: sandbox === true, verifyDeterminism: verifyDeterminism === true };
}

/** Silence would leave open whether anything was compared. */
export function sayRenderedTwice({ verifyDeterminism }: RenderingFlags, output: Output): void {
  if (verifyDeterminism !== true) return;
  output.log('rendered twice, the second time as another machine on another day would: the same objects');
}
