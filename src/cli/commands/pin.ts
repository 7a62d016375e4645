import type { Command } from 'commander';
import { oneValue } from '../one-value';
import { type Output, terminalOutput } from '../output';
import { showProgress } from '../progress';
import { addReleaseFlags, type ReleaseFlags, tellRelease } from '../release-output';
import { addRenderingFlags, type RenderingFlags, renderingOf } from '../rendering';
import { rootsOf } from '../roots';

interface UnpinFlags extends ReleaseFlags, RenderingFlags {}

interface PinFlags extends UnpinFlags {
  readonly source?: string;
  readonly install?: boolean;
}

export function register(program: Command): void {
  const pin = program
    .command('pin')
    .description('hold an environment at an older revision of apps/ and charts/')
    .argument('<environment>')
    .option('--source <rev>', 'a branch, a tag or a commit (default: the one that is pinned)', oneValue('--source'))
    .option('--install', 'install the packages that its lock file names, where they are others than those of today');
  addRenderingFlags(addReleaseFlags(pin)).action((name: string, flags: PinFlags) => runPin(program, name, flags));
  const unpin = program
    .command('unpin')
    .description('let an environment follow apps/ and charts/ again, and show what that changes')
    .argument('<environment>');
  addRenderingFlags(addReleaseFlags(unpin)).action((name: string, flags: UnpinFlags) => runUnpin(program, name, flags));
}

async function runPin(program: Command, name: string, flags: PinFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { pin } = await import('../../run/commands/pin.js');
  const { source, install = false } = flags;
  const options = { ...applying(flags, output), install, ...(source !== undefined && { source }) };
  tellRelease('pin', await pin(rootsOf(program), name, options), flags, output);
}

async function runUnpin(program: Command, name: string, flags: UnpinFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { unpin } = await import('../../run/commands/pin.js');
  tellRelease('unpin', await unpin(rootsOf(program), name, applying(flags, output)), flags, output);
}

function applying(flags: UnpinFlags, output: Output) {
  const progress = output.live ? { onProgress: showProgress(output, performance.now()) } : {};
  return { dryRun: flags.dryRun === true, typeCheck: flags.typecheck, ...renderingOf(flags), ...progress };
}
