import { KUSTOMIZE_GROUP } from '../../../knowledge/kubernetes/kustomize';
import { customKindOf } from '../../../model/custom-kind';
import type { RenderedObject } from '../../../model/rendered-object';
import type { SchemaStore } from '../../../model/schema';
import { suggest } from '../../../model/suggest';
import type { RuleFinding, Tell, WholeRule } from '../../engine/rule';
import { leftToServer } from '../../reads/definition-schemas';
import { isKubernetesOwn, withoutDefinition } from '../../schema/definition';

type Said = Pick<RuleFinding, 'what' | 'fix'>;

export const noMissingSchema: WholeRule = {
  id: 'k8s/no-missing-schema',
  severity: 'error',
  summary: 'Every object’s kind has a schema in the environment’s Kubernetes version.',
  why: 'An object without a schema cannot be judged: a misspelt field in it reaches the cluster. Such an object is reported, never skipped.',
  see: ['https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/'],
  checkAll({ judgedKinds, schemas, index }, tellOf) {
    for (const definition of index.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')) {
      const brought = customKindOf(definition);
      if (brought === undefined || index.ofKind(brought.group, brought.kind).length === 0) continue;
      tellLeft(definition, tellOf(definition));
    }
    for (const object of withoutDefinition(judgedKinds, schemas)) {
      if (isKubernetesOwn(object, schemas) && object.apiVersion !== '') continue;
      const kind = `${object.apiVersion}/${object.kind}`;
      const said = object.kind === '' || object.apiVersion === '' ? unnamed(object) : unknown(kind, object, schemas);
      tellOf(object)({ path: [], found: kind, ...said });
    }
  },
};

function tellLeft({ value }: RenderedObject, tell: Tell): void {
  const { cel, patterns } = leftToServer(value);
  const shown = patterns.map((pattern) => `\`${pattern}\``).join(', ');
  const left = [
    ...(cel ? ['what it asks in CEL (`x-kubernetes-validations`)'] : []),
    ...(patterns.length > 0 ? [`${patterns.length === 1 ? 'the pattern' : 'the patterns'} ${shown}`] : []),
  ];
  if (left.length === 0) return;
  tell({
    path: ['spec', 'versions'],
    what: `its objects are judged by its schema, but ${left.join(' and ')} only the server judges.`,
    fix: 'apply the objects to a cluster with `--dry-run=server`, or add --referee apiserver, to have that judged too.',
    severity: 'info',
  });
}

function unnamed({ kind, apiVersion }: RenderedObject): Said {
  const missing = [apiVersion === '' ? '`apiVersion`' : [], kind === '' ? '`kind`' : []].flat();
  return {
    what: `it has no ${missing.join(' and no ')}, so it cannot be judged.`,
    fix: `set ${missing.join(' and ')}${missing.length === 1 ? '' : FOR_A_TOOL}.`,
  };
}

const FOR_A_TOOL = '; of files for Helm or kustomize, judge what `helm template` or `kubectl kustomize` prints';

/** The files beside it are what it is made of, not what arrives. */
const FOR_KUSTOMIZE: Said = {
  what: 'it is an order to kustomize, which makes other objects of the files beside it; what comes of it has not been judged.',
  fix: 'judge what `kubectl kustomize FOLDER` prints.',
};

/** Those of a file are opened; one in another, or one that code makes, is not. */
const A_LIST: Said = {
  what: 'it is a List, which a cluster does not have as an object: it only wraps others, and those have not been judged.',
  fix: 'write its items as objects of their own.',
};

function unknown(kind: string, object: RenderedObject, schemas: SchemaStore): Said {
  if (object.group === KUSTOMIZE_GROUP) return FOR_KUSTOMIZE;
  if (object.kind === 'List' && object.apiVersion === 'v1') return A_LIST;
  const known = [...Object.keys(schemas.kubernetes.kinds), ...Object.keys(schemas.custom.kinds)];
  const nearest = known.find((candidate) => candidate.endsWith(`/${object.kind}`)) ?? suggest(kind, known);
  return {
    what: `there is no schema for ${kind}, so the object has not been judged.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
    fix: 'correct apiVersion and kind, or add the kind’s CustomResourceDefinition, or pin it in imports/sources.yaml and run `npm run import`.',
  };
}
