import { describeIdentity } from '../../model/identity';
import type { SchemaStore } from '../../model/schema';
import type { Rule } from '../rule';
import { definitionOf } from './definition';

/** An API version that other Kubernetes versions serve and this one does not. */
export const banRemovedApi: Rule = {
  id: 'k8s/ban-removed-api',
  severity: 'error',
  summary: 'Every API version is served by the environment’s Kubernetes version.',
  see: 'Kubernetes deprecated API migration guide',
  check({ judged, schemas }, report) {
    for (const object of judged) {
      const kind = `${object.apiVersion}/${object.kind}`;
      const served = schemas.servedIn[kind];
      if (served === undefined || definitionOf(object, schemas) !== undefined) continue;
      const other = replacement(object.kind, object.group, schemas);
      report({
        object,
        path: ['apiVersion'],
        found: object.apiVersion,
        ...(other === undefined ? {} : { wanted: other }),
        message: `${describeIdentity(object)} uses ${object.apiVersion}, which Kubernetes ${schemas.kubernetesVersion} does not serve (${served[0]} to ${served.at(-1)} do). The sync fails with "no matches for kind".`,
        fix:
          other === undefined
            ? 'remove the object, or wait for the version that serves it.'
            : `use apiVersion ${other}.`,
      });
    }
  },
};

function replacement(kind: string, group: string, { kubernetes }: SchemaStore): string | undefined {
  const served = Object.keys(kubernetes.kinds).filter((one) => one.endsWith(`/${kind}`));
  const same = served.find((one) => one.startsWith(group === '' ? 'v' : `${group}/`)) ?? served[0];
  return same?.slice(0, -kind.length - 1);
}
