import { describeIdentity } from '../../../model/identity';
import type { RenderedObject } from '../../../model/rendered-object';
import type { SchemaStore } from '../../../model/schema';
import { suggest } from '../../../model/suggest';
import type { Rule } from '../../engine/rule';
import { isKubernetesOwn, withoutDefinition } from '../../schema/definition';

/** A kind nobody has a schema for is said, never skipped. Removed API versions are another rule's. */
export const noMissingSchema: Rule = {
  id: 'k8s/no-missing-schema',
  severity: 'error',
  summary: 'Every object’s kind has a schema in the environment’s Kubernetes version.',
  see: 'imports/sources.yaml',
  check({ judgedKinds, schemas }, report) {
    for (const object of withoutDefinition(judgedKinds, schemas)) {
      if (isKubernetesOwn(object, schemas) && object.apiVersion !== '') continue;
      const kind = `${object.apiVersion}/${object.kind}`;
      const { message, fix } =
        object.kind === '' || object.apiVersion === '' ? unnamed(object) : unknown(kind, object, schemas);
      report({ object, path: [], found: kind, message, fix });
    }
  },
};

function unnamed({ kind, apiVersion, name }: RenderedObject): { message: string; fix: string } {
  const missing = [apiVersion === '' ? '`apiVersion`' : [], kind === '' ? '`kind`' : []].flat().join(' and ');
  const who = name === '' ? 'An object without a name' : `The object "${name}"`;
  return { message: `${who} has no ${missing}, so nobody knows what it is.`, fix: `set ${missing}.` };
}

function unknown(kind: string, object: RenderedObject, schemas: SchemaStore): { message: string; fix: string } {
  const known = [...Object.keys(schemas.kubernetes.kinds), ...Object.keys(schemas.custom.kinds)];
  const nearest = known.find((one) => one.endsWith(`/${object.kind}`)) ?? suggest(kind, known);
  return {
    message: `${describeIdentity(object)} is a ${kind}, and there is no schema for that, so nobody has judged it.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
    fix: 'correct apiVersion and kind, or pin the kind’s definition in imports/sources.yaml and run `npm run import`.',
  };
}
