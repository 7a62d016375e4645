import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import { describeIdentity } from '../model/identity';
import { deepFreeze, type JsonObject, mapAt, textAt } from '../model/json';
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
  const problems = objects.flatMap(waveProblems);
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  return objects.map((object) => {
    const added = annotationsFor(object);
    if (added === undefined) return object;
    const metadata = mapAt(object.value, 'metadata');
    const annotations = { ...mapAt(metadata, 'annotations'), ...added };
    return withValue(object, deepFreeze({ ...object.value, metadata: { ...metadata, annotations } }));
  });
}

function waveProblems(object: RenderedObject): readonly Problem[] {
  const wave = mapAt(object.value, 'metadata', 'annotations')[WAVE];
  if (wave === undefined || (typeof wave === 'string' && /^[+-]?\d{1,9}$/.test(wave))) return [];
  const place = object.source();
  const message = `${describeIdentity(object)} has the sync wave ${typeof wave === 'string' ? JSON.stringify(wave) : String(wave)}, which is no whole number written as text; Argo CD reads it as 0.`;
  return [
    {
      ...(place === undefined ? {} : { place }),
      path: object.construct,
      message,
      fix: `write \`'${WAVE}': '1'\`, or leave it out: the kind has a wave.`,
    },
  ];
}

/** Undefined when nothing is to be added. */
function annotationsFor(object: RenderedObject): JsonObject | undefined {
  const present = mapAt(object.value, 'metadata', 'annotations');
  const wave = waveOf(object.kind);
  const isOrdered = wave === 0 || present[WAVE] !== undefined;
  const options = optionsFor(object, textAt(present, OPTIONS));
  if (isOrdered && options === undefined) return undefined;
  return { ...(isOrdered ? {} : { [WAVE]: String(wave) }), ...(options === undefined ? {} : { [OPTIONS]: options }) };
}

/** The author's options first, then those that are missing; undefined when nothing is to be added. */
function optionsFor(object: RenderedObject, present: string | undefined): string | undefined {
  const confirmed = isConfirmed(object);
  const large = object.kind === 'CustomResourceDefinition' || isTooLargeToCopy(object.value);
  if (!confirmed && !large) return undefined;
  const options = present === undefined ? [] : present.split(',').map((option) => option.trim());
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
    CONFIRMED.has(kind) || (group === '' && kind === 'Service' && textAt(value, 'spec', 'type') === 'LoadBalancer')
  );
}
