import {
  CONFIRMATIONS,
  IGNORE_HEALTH,
  PRUNE_LAST,
  SYNC_OPTIONS,
  SYNC_WAVE,
  WAVE_TEXT,
} from '../knowledge/argocd/annotations';
import { isFlux } from '../model/consumer';
import { defined } from '../model/defined';
import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import { describeIdentity } from '../model/identity';
import { lossOf } from '../model/irreplaceable';
import { isJsonObject, type JsonValue, own } from '../model/json';
import { type RenderedObject, withValue } from '../model/rendered-object';
import { writtenWave } from '../model/sync/phases';
import { isTooLargeToCopy } from './apply-size';
import { withFluxAnnotations } from './flux/annotations';
import { orderOf } from './order';
import { isReplacedByName } from './replaced-by-name';

/**
 * Adds the annotations by which Argo CD orders objects and guards them against deletion, or those by which Flux guards them. Objects of an environment
 * without GitOps stay as they are.
 * @param objects all of one app: Argo CD orders no others against them
 * @throws ToolError APP_RENDER with every wave that is not a whole number: Argo CD would read it as 0
 */
export function withSyncAnnotations(
  objects: readonly RenderedObject[],
  environment: Environment,
): readonly RenderedObject[] {
  if (environment.gitops === undefined) return objects;
  if (isFlux(environment.gitops)) return withFluxAnnotations(objects, environment);
  const problems = objects.map(waveProblem).filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  const { waves, pending } = orderOf(objects);
  return objects.map((object) =>
    annotated(object, { wave: waves.get(object) ?? 0, isPending: pending.has(object) }, environment),
  );
}

interface Place {
  readonly wave: number;
  /** Whether it is not healthy after the sync, and nothing is wrong. */
  readonly isPending: boolean;
}

function annotated(object: RenderedObject, { wave, isPending }: Place, environment: Environment): RenderedObject {
  const metadata = own(object.value, 'metadata');
  const present = own(metadata, 'annotations');
  const isOrdered = wave === 0 || writtenWave(object) !== undefined;
  const options = optionsFor(object, environment, own(present, SYNC_OPTIONS));
  const isHinted = !isPending || (isJsonObject(present) && present[IGNORE_HEALTH] !== undefined);
  if (isOrdered && isHinted && options === undefined) return object;
  const annotations: Record<string, JsonValue | undefined> = isJsonObject(present) ? { ...present } : {};
  if (!isOrdered) annotations[SYNC_WAVE] = String(wave);
  if (!isHinted) annotations[IGNORE_HEALTH] = 'true';
  if (options !== undefined) annotations[SYNC_OPTIONS] = options;
  // The remaining values are frozen already.
  const changed = Object.freeze({
    ...(isJsonObject(metadata) ? metadata : {}),
    annotations: Object.freeze(annotations),
  });
  return withValue(object, Object.freeze({ ...object.value, metadata: changed }));
}

function waveProblem(object: RenderedObject): Problem | undefined {
  const annotations = own(own(object.value, 'metadata'), 'annotations');
  if (!isJsonObject(annotations)) return undefined;
  const wave = annotations[SYNC_WAVE];
  if (wave === undefined || (typeof wave === 'string' && WAVE_TEXT.test(wave))) return undefined;
  const place = object.source();
  const message = `${describeIdentity(object)} has the sync wave ${typeof wave === 'string' ? JSON.stringify(wave) : String(wave)}, which is not a whole number written as text; Argo CD reads it as 0.`;
  return {
    ...defined({ place }),
    path: object.construct,
    message,
    fix: `write \`'${SYNC_WAVE}': '1'\`, or leave it out: the kind has a wave.`,
  };
}

/** The author's options, then the missing ones; undefined when none is missing. */
function optionsFor(object: RenderedObject, environment: Environment, present: unknown): string | undefined {
  const wanted = wantedOptions(object, environment);
  if (wanted.length === 0) return undefined;
  const options =
    typeof present === 'string'
      ? present
          .split(',')
          .map((option) => option.trim())
          .filter((option) => option !== '')
      : [];
  const missing = wanted.filter(([name]) => !options.some((option) => option.startsWith(`${name}=`)));
  if (missing.length === 0) return undefined;
  return [...options, ...missing.map((option) => option.join('='))].join(',');
}

function wantedOptions(object: RenderedObject, environment: Environment): readonly (readonly [string, string])[] {
  const options: (readonly [string, string])[] = [];
  if (lossOf(object, object.value, environment) !== undefined) options.push(...CONFIRMATIONS);
  if (isReplacedByName(object)) options.push(PRUNE_LAST);
  if (object.kind === 'CustomResourceDefinition' || isTooLargeToCopy(object.value, object.characters))
    options.push(['ServerSideApply', 'true']);
  return options;
}
