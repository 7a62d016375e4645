import { describeIdentity } from '../../../../src/model/identity';
import type { Live } from '../harness/api';
import type { JudgedFile } from '../harness/dist';
import { CLASSES } from './classes';
import { renameField, retypeField } from './generic';
import type { Mutation } from './mutation';
import { Random } from './random';

/** A rendered object, spoilt in one way. */
export interface Mutant {
  /** `bad quantity: Deployment, words`; stands in tables and in the list of explained differences. */
  readonly id: string;
  readonly class: string;
  readonly file: JudgedFile;
  readonly object: Live;
  /** The sound object is stored before. */
  readonly stored: boolean;
}

/** Objects that are Argo CD's own follow rules of their own; the API server stores them unread. */
const RENDERED_BY_APPS = ({ object }: JudgedFile) => object.app !== '_argocd';
const GENERIC = 24;

/** The same mutants for the same files: which object each one spoils is drawn from a fixed seed. */
export function mutantsOf(files: readonly JudgedFile[]): readonly Mutant[] {
  const candidates = files.filter(RENDERED_BY_APPS);
  const random = new Random(20_260_615);
  return [
    ...Object.entries(CLASSES).flatMap(([name, mutations]) =>
      mutations.flatMap((mutation) => byHand(name, mutation, candidates, random) ?? []),
    ),
    ...drawn('renamed field', renameField, candidates, random),
    ...drawn('wrong type', retypeField, candidates, random),
  ];
}

function byHand(name: string, mutation: Mutation, files: readonly JudgedFile[], random: Random): Mutant | undefined {
  const fitting = files.filter(({ object }) => {
    return object.kind === mutation.kind && mutation.spoil(structuredClone(object.value)) !== false;
  });
  const file = random.pick(fitting);
  if (file === undefined) return undefined;
  const object: Live = structuredClone(file.object.value);
  mutation.spoil(object);
  const id = `${name}: ${mutation.kind}, ${mutation.label}`;
  return { id, class: name, file, object, stored: mutation.stored === true };
}

/** As many as there are kinds and more, so that each kind is met. */
function drawn(
  name: string,
  spoil: (object: Live, random: Random) => string | undefined,
  files: readonly JudgedFile[],
  random: Random,
): readonly Mutant[] {
  const kinds = [...new Set(files.map(({ object }) => object.kind))].sort();
  const made = new Map<string, Mutant>();
  for (let i = 0; made.size < GENERIC && i < GENERIC * 10; i++) {
    const kind = kinds[i % kinds.length];
    const file = random.pick(files.filter(({ object }) => object.kind === kind));
    if (file === undefined) continue;
    const object: Live = structuredClone(file.object.value);
    const what = spoil(object, random);
    if (what === undefined) continue;
    const id = `${name}: ${describeIdentity(file.object)}, ${what}`;
    made.set(id, { id, class: name, file, object, stored: false });
  }
  return [...made.values()];
}
