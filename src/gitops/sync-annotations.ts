import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import { describeIdentity } from '../model/identity';
import { isJsonObject, type JsonValue, own } from '../model/json';
import { type RenderedObject, withValue } from '../model/rendered-object';
import { isTooLargeToCopy } from './apply-size';
import { waveOf } from './waves';

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';

/** What holds data, or takes what holds data with it: deleted only after somebody confirms. */
const CONFIRMED = new Set([
  'Namespace',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'CustomResourceDefinition',
  'StorageClass',
  'StatefulSet',
]);

/**
 * Adds the annotations Argo CD orders and guards by; objects of an environment without GitOps stay as they are.
 * @throws ToolError APP_RENDER with every wave that is no whole number: Argo CD would read it as 0
 */
export function withSyncAnnotations(
  objects: readonly RenderedObject[],
  environment: Environment,
): readonly RenderedObject[] {
  if (environment.gitops === undefined) return objects;
  const problems = objects.map(waveProblem).filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  return objects.map(annotated);
}

function annotated(object: RenderedObject): RenderedObject {
  const metadata = own(object.value, 'metadata');
  const present = own(metadata, 'annotations');
  const wave = waveOf(object.kind);
  const isOrdered = wave === 0 || (isJsonObject(present) && present[WAVE] !== undefined);
  const options = optionsFor(object, own(present, OPTIONS));
  if (isOrdered && options === undefined) return object;
  const annotations: Record<string, JsonValue | undefined> = isJsonObject(present) ? { ...present } : {};
  if (!isOrdered) annotations[WAVE] = String(wave);
  if (options !== undefined) annotations[OPTIONS] = options;
  // All else is frozen already.
  const changed = Object.freeze({
    ...(isJsonObject(metadata) ? metadata : {}),
    annotations: Object.freeze(annotations),
  });
  return withValue(object, Object.freeze({ ...object.value, metadata: changed }));
}

function waveProblem(object: RenderedObject): Problem | undefined {
  const annotations = own(own(object.value, 'metadata'), 'annotations');
  if (!isJsonObject(annotations)) return undefined;
  const wave = annotations[WAVE];
  if (wave === undefined || (typeof wave === 'string' && /^[+-]?\d{1,9}$/.test(wave))) return undefined;
  const place = object.source();
  const message = `${describeIdentity(object)} has the sync wave ${typeof wave === 'string' ? JSON.stringify(wave) : String(wave)}, which is no whole number written as text; Argo CD reads it as 0.`;
  return {
    ...(place === undefined ? {} : { place }),
    path: object.construct,
    message,
    fix: `write \`'${WAVE}': '1'\`, or leave it out: the kind has a wave.`,
  };
}

/** The author's options first, then those that are missing; undefined when nothing is to be added. */
function optionsFor(object: RenderedObject, present: unknown): string | undefined {
  const confirmed = isConfirmed(object);
  const large = object.kind === 'CustomResourceDefinition' || isTooLargeToCopy(object.value, object.characters);
  if (!confirmed && !large) return undefined;
  const options = typeof present === 'string' ? present.split(',').map((option) => option.trim()) : [];
  const before = options.length;
  const add = (name: string, value: string): void => {
    if (!options.some((option) => option.startsWith(`${name}=`))) options.push(`${name}=${value}`);
  };
  if (confirmed) {
    add('Prune', 'confirm');
    add('Delete', 'confirm');
  }
  if (large) add('ServerSideApply', 'true');
  return options.length === before ? undefined : options.join(',');
}

/** A Service that has a load balancer takes its address with it, which clients and DNS hold on to. */
function isConfirmed({ kind, group, value }: RenderedObject): boolean {
  return (
    CONFIRMED.has(kind) || (group === '' && kind === 'Service' && own(own(value, 'spec'), 'type') === 'LoadBalancer')
  );
}
