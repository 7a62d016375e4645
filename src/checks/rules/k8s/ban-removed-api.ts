import { defined } from '../../../model/defined';
import { byCodeUnit } from '../../../model/order';
import type { RenderedObject } from '../../../model/rendered-object';
import type { SchemaStore } from '../../../model/schema';
import type { WholeRule } from '../../engine/rule';
import { isKubernetesOwn, withoutDefinition } from '../../schema/definition';

export const banRemovedApi: WholeRule = {
  id: 'k8s/ban-removed-api',
  severity: 'error',
  summary: 'Every API version is served by the environment’s Kubernetes version.',
  why: 'A cluster that no longer serves an API version, or does not serve it yet, refuses the object, and Argo CD fails the whole sync. An upgrade of the cluster brings this about without any change in Git.',
  see: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
  ],
  checkAll({ judgedKinds, schemas }, tellOf) {
    for (const object of withoutDefinition(judgedKinds, schemas)) {
      if (!isKubernetesOwn(object, schemas) || object.apiVersion === '') continue;
      const other = replacement(object, schemas);
      tellOf(object)({
        path: ['apiVersion'],
        found: object.apiVersion,
        ...defined({ wanted: other }),
        what: `it uses ${object.apiVersion}, which Kubernetes ${schemas.kubernetesVersion} does not serve (${whoServes(object, schemas)}). The sync fails with "no matches for kind".`,
        fix: fixFor(object, other, schemas),
      });
    }
  },
};

function servedIn({ apiVersion, kind }: RenderedObject, { servedIn }: SchemaStore): readonly string[] {
  const key = `${apiVersion}/${kind}`;
  return Object.hasOwn(servedIn, key) ? (servedIn[key] ?? []) : [];
}

function whoServes(object: RenderedObject, schemas: SchemaStore): string {
  const [first, ...more] = servedIn(object, schemas);
  if (first === undefined) return `no version does since ${oldest(schemas)}`;
  return more.length === 0 ? `only ${first} does` : `${first} to ${more.at(-1)} do`;
}

/** The oldest version there is a schema for. */
function oldest({ servedIn }: SchemaStore): string {
  return (
    Object.values(servedIn)
      .flatMap(([first]) => first ?? [])
      .sort(byCodeUnit)[0] ?? ''
  );
}

function fixFor(object: RenderedObject, other: string | undefined, schemas: SchemaStore): string {
  if (other !== undefined) return `use apiVersion ${other}.`;
  const [first] = servedIn(object, schemas);
  return first !== undefined && schemas.kubernetesVersion < first
    ? `leave the object out until the cluster runs ${first}.`
    : 'remove the object; nothing takes its place.';
}

/** The newest stable version of the kind that is served, in its own group where there is one. */
function replacement({ kind, group }: RenderedObject, { kubernetes }: SchemaStore): string | undefined {
  const served = Object.keys(kubernetes.kinds)
    .filter((one) => one.endsWith(`/${kind}`))
    .map((one) => one.slice(0, -kind.length - 1))
    .sort(byCodeUnit);
  const ofGroup = (apiVersion: string) =>
    group === '' ? !apiVersion.includes('/') : apiVersion.startsWith(`${group}/`);
  const own = served.some(ofGroup) ? served.filter(ofGroup) : served;
  return own.findLast((one) => /(^|\/)v\d+$/.test(one)) ?? own.at(-1);
}
