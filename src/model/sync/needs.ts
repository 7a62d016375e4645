import { customKindOf } from '../custom-kind';
import { podTemplatesOf } from '../pod-spec';
import type { RenderedObject } from '../rendered-object';
import type { AppObjects, SyncNeed } from './app-objects';
import { hasItsVolume } from './claim-uses';
import { kindNeeds } from './kind-needs';
import { podReferences } from './pod-references';
import { startsPods } from './pod-starts';

/** What the objects of an app need of one another. Claims that wait for Pods are another matter: see `claimUses`. */
export function syncNeeds(app: AppObjects): readonly SyncNeed[] {
  const kinds = definedKinds(app);
  return app.all.flatMap((object) => [
    ...placeNeeds(object, app, kinds),
    ...(startsPods(object) ? podNeeds(object, app) : []),
    ...kindNeeds(object, app),
  ]);
}

type DefinedKinds = ReadonlyMap<string, RenderedObject>;

/** The definitions of an app's own kinds, by group and kind. */
function definedKinds({ all }: AppObjects): DefinedKinds {
  const found = new Map<string, RenderedObject>();
  for (const object of all) {
    const custom = customKindOf(object);
    if (custom !== undefined) found.set(`${custom.group}/${custom.kind}`, object);
  }
  return found;
}

function* placeNeeds(object: RenderedObject, { find }: AppObjects, kinds: DefinedKinds): Generator<SyncNeed> {
  const { namespace } = object;
  const home = namespace === undefined ? undefined : find({ group: '', kind: 'Namespace', name: namespace });
  const waits = 'the server refuses it';
  if (home !== undefined) yield { object, needed: home, path: ['metadata', 'namespace'], waits };
  const definition = kinds.get(`${object.group}/${object.kind}`);
  if (definition !== undefined) yield { object, needed: definition, path: ['kind'], waits };
}

function podNeeds(object: RenderedObject, { find }: AppObjects): readonly SyncNeed[] {
  return podTemplatesOf(object).flatMap((template) =>
    podReferences(template).flatMap(({ id, path, waits }) => {
      const needed = find(id);
      const isElsewhere = needed?.kind === 'PersistentVolumeClaim' && !hasItsVolume(needed);
      return needed === undefined || isElsewhere ? [] : [{ object, needed, path, waits }];
    }),
  );
}
