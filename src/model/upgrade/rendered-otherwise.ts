import { defined } from '../defined';
import { describeIdentity, identityKey, type ObjectIdentity } from '../identity';
import type { JsonObject } from '../json';
import { diffPaths } from '../object-diff';
import type { SourcePlace } from '../source-place';
import type { UpgradeEntry } from './report';

/** An object as it is rendered for one version; plain data, which threads can hand on. */
export interface RenderedAs {
  readonly object: ObjectIdentity;
  readonly app: string;
  readonly value: JsonObject;
  readonly source?: SourcePlace;
}

/**
 * Objects that are rendered otherwise for the version of a step: a commit that raises `kubernetesVersion` changes them. Only
 * the names of fields are told, since values may be those of a Secret. What changes with every step is told at the first.
 * @param told what earlier steps told; what this one tells is added
 */
export function renderedOtherwise(
  before: readonly RenderedAs[],
  after: readonly RenderedAs[],
  step: string,
  told: Set<string>,
): readonly UpgradeEntry[] {
  const old = new Map(before.map((one) => [identityKey(one.object), one]));
  const now = new Set(after.map(({ object }) => identityKey(object)));
  const gone = before.filter(({ object }) => !now.has(identityKey(object)));
  const entries = [
    ...after.flatMap((one) => changed(old.get(identityKey(one.object)), one, step)),
    ...gone.map((one) => entry(one, step, 'fields', 'it is not rendered any more: Argo CD prunes it.')),
  ];
  return entries.filter(({ subject, message }) => {
    const key = `${subject}: ${message}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

const POD_SECURITY = 'pod-security.kubernetes.io/';

function changed(before: RenderedAs | undefined, after: RenderedAs, step: string): readonly UpgradeEntry[] {
  if (before === undefined) return [entry(after, step, 'fields', 'it is rendered from this version on.')];
  const differences = diffPaths(before.value, after.value);
  const labels = differences.filter(({ path }) => String(path.at(-1)).startsWith(POD_SECURITY));
  const others = differences.filter((one) => !labels.includes(one));
  return [
    ...(labels.length === 0
      ? []
      : [
          entry(
            after,
            step,
            'podSecurity',
            'its labels of Pod Security name the version of the settings, and are rendered anew with it: new Pods are judged by that version of the standard.',
          ),
        ]),
    ...(others.length === 0
      ? []
      : [entry(after, step, 'fields', `it is rendered otherwise: ${others.map(({ field }) => field).join(', ')}.`)]),
  ];
}

function entry(
  { object, app, source }: RenderedAs,
  step: string,
  section: 'fields' | 'podSecurity',
  message: string,
): UpgradeEntry {
  return {
    section,
    step,
    severity: 'information',
    subject: describeIdentity(object),
    message,
    fix: 'raise kubernetesVersion in the settings with each step, as soon as the control plane runs it, and not before.',
    where: app,
    ...defined({ source }),
  };
}
