import type { Command } from 'commander';
import { oneValue } from '../one-value';
import { terminalOutput } from '../output';
import { showProgress } from '../progress';
import { addReleaseFlags, type ReleaseFlags, tellRelease } from '../release-output';
import { addRenderingFlags, type RenderingFlags, renderingOf } from '../rendering';
import { rootsOf } from '../roots';

interface BumpFlags extends ReleaseFlags, RenderingFlags {
  readonly env: string;
  readonly allowOlder?: boolean;
  readonly resolve?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command('bump')
    .description('name new images of an app in release.yaml, and show what they change')
    .argument('<app>')
    .argument('<images...>', 'NAME=IMAGE[:TAG][@DIGEST], by the names that the app uses')
    .requiredOption('-e, --env <name>', 'the environment whose release.yaml is edited', oneValue('--env'))
    .option('--allow-older', 'take an older version than the one that is released')
    .option('--resolve', 'ask the registry for the digest of each tag');
  addRenderingFlags(addReleaseFlags(command)).action((app: string, images: readonly string[], flags: BumpFlags) =>
    run(program, app, images, flags),
  );
}

async function run(program: Command, app: string, images: readonly string[], flags: BumpFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const { bump } = await import('../../run/commands/bump.js');
  const result = await bump(rootsOf(program), app, images, {
    environment: flags.env,
    allowOlder: flags.allowOlder === true,
    resolve: flags.resolve === true,
    dryRun: flags.dryRun === true,
    typeCheck: flags.typecheck,
    ...renderingOf(flags),
    ...(output.live && { onProgress: showProgress(output, started) }),
  });
  tellRelease('bump', result, flags, output);
}
