import type { GenericSchema } from 'valibot';

interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly options?: readonly Described[];
  readonly wrapped?: Described;
  readonly item?: Described;
  readonly value?: Described;
}

/** The keys that a schema knows at a path, in its own order; of a union, those of the chosen member. */
export function knownKeys(
  schema: GenericSchema,
  path: readonly (string | number)[],
  platform?: unknown,
): readonly string[] {
  let here: Described | undefined = pick(schema as unknown as Described, platform);
  for (const step of path) {
    if (here === undefined) return [];
    if (here.entries !== undefined) here = here.entries[String(step)];
    else here = here.item ?? here.value;
    here = pick(here, platform);
  }
  if (here?.entries !== undefined) return Object.keys(here.entries);
  return (here?.options ?? []).flatMap((option) => Object.keys(option.entries ?? {}));
}

function pick(schema: Described | undefined, platform: unknown): Described | undefined {
  let here = schema;
  while (here?.wrapped !== undefined) here = here.wrapped;
  if (here?.type !== 'variant') return here;
  return here.options?.find(
    (o) => (o.entries?.['platform'] as { literal?: unknown } | undefined)?.literal === platform,
  );
}
