import type { Command } from 'commander';

/** A command rather than a bin of that name, which would hide the user's own kubeconform from `npx`. */
export function register(program: Command): void {
  program
    .command('kubeconform')
    .description('run the pinned kubeconform, which is found, built or fetched: all arguments are its own')
    .argument('[arguments...]')
    .helpOption(false)
    .action(async (argv: readonly string[]) => {
      const { kubeconform } = await import('../../run/commands/kubeconform.js');
      process.exitCode = await kubeconform(argv);
    });
}

/** Behind `--`, so that none of its arguments is taken for one of ours: `-v` is its version, and our `--verbose`. */
export function withItsOwnArguments(argv: readonly string[]): readonly string[] {
  const [command, ...rest] = argv;
  return command === 'kubeconform' ? [command, '--', ...rest] : argv;
}
