import type { Command } from 'commander';
import { oneValue } from '../one-value';
import { terminalOutput } from '../output';
import { showProgress } from '../progress';
import { addReleaseFlags, type ReleaseFlags, tellRelease } from '../release-output';
import { addRenderingFlags, type RenderingFlags, renderingOf } from '../rendering';
import { rootsOf } from '../roots';

interface PromoteFlags extends ReleaseFlags, RenderingFlags {
  readonly from: string;
  readonly to: string;
  readonly all?: boolean;
  readonly allowOlder?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command('promote')
    .description('move images and flags of apps from one environment’s release.yaml to another’s')
    .argument('[apps...]')
    .requiredOption('--from <name>', 'the environment where they run', oneValue('--from'))
    .requiredOption('--to <name>', 'the environment whose release.yaml is edited', oneValue('--to'))
    .option('--all', 'every app that is released there')
    .option('--allow-older', 'take older versions than those that are released');
  addRenderingFlags(addReleaseFlags(command)).action((apps: readonly string[], flags: PromoteFlags) =>
    run(program, apps, flags),
  );
}

async function run(program: Command, apps: readonly string[], flags: PromoteFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const { promote } = await import('../../run/commands/promote.js');
  const result = await promote(rootsOf(program), apps, {
    from: flags.from,
    to: flags.to,
    all: flags.all === true,
    allowOlder: flags.allowOlder === true,
    dryRun: flags.dryRun === true,
    typeCheck: flags.typecheck,
    ...renderingOf(flags),
    ...(output.live && { onProgress: showProgress(output, started) }),
  });
  tellRelease('promote', result, flags, output);
}
