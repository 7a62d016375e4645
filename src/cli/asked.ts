/** What a command line asks for, read before it is parsed: what is wrong with it is told in the format that it asks for. */
export interface Asked {
  readonly command: string;
  /** As it was given, also where there is no such format. */
  readonly format?: string;
}

export function askedBy(argv: readonly string[], commands: readonly string[]): Asked {
  const command = argv.find((argument) => commands.includes(argument)) ?? 'cdk8s-eks';
  // What comes behind belongs to another program.
  const own = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  const format = command === 'kubeconform' ? undefined : own.reduce<string | undefined>(formatAt(own), undefined);
  return format === undefined ? { command } : { command, format };
}

/** The last one counts, as for the parser: `--format json`, `--format=json`, `-f json`, `-fjson`. */
const formatAt =
  (argv: readonly string[]) =>
  (found: string | undefined, argument: string, index: number): string | undefined => {
    if (argument === '--format' || argument === '-f') return argv[index + 1] ?? found;
    return /^(?:--format=|-f=?)(?<format>[a-z]+)$/.exec(argument)?.groups?.['format'] ?? found;
  };
