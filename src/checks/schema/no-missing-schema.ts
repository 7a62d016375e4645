import { describeIdentity } from '../../model/identity';
import { suggest } from '../../model/suggest';
import type { Rule } from '../rule';
import { definitionOf } from './definition';

/** A kind nobody has a schema for is said, never skipped. Removed API versions are another rule's. */
export const noMissingSchema: Rule = {
  id: 'k8s/no-missing-schema',
  severity: 'error',
  summary: 'Every object’s kind has a schema in the environment’s Kubernetes version.',
  see: 'imports/sources.yaml',
  check({ judged, schemas }, report) {
    for (const object of judged) {
      const kind = `${object.apiVersion}/${object.kind}`;
      if (definitionOf(object, schemas) !== undefined || schemas.servedIn[kind] !== undefined) continue;
      const known = [...Object.keys(schemas.kubernetes.kinds), ...Object.keys(schemas.custom.kinds)];
      const sameKind = known.find((one) => one.endsWith(`/${object.kind}`));
      const nearest = sameKind ?? suggest(kind, known);
      report({
        object,
        path: [],
        found: kind,
        message: `${describeIdentity(object)} is a ${kind}, and there is no schema for that, so nobody has judged it.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
        fix: 'correct apiVersion and kind, or pin the kind’s definition in imports/sources.yaml and run `npm run import`.',
      });
    }
  },
};
