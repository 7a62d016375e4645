import { withArticle } from '../../../grammar/article';
import {
  GATEWAY,
  GATEWAY_CLASS,
  LBC_GATEWAY_GROUP,
  LOAD_BALANCER_CONFIGURATION,
} from '../../../knowledge/gateway/kinds';
import { mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';

export const noMissingGatewayClass: ObjectRule = {
  id: 'k8s/no-missing-gateway-class',
  severity: 'error',
  summary: 'The class that a Gateway names is there, and so is the configuration that either names.',
  why: 'Nobody serves a Gateway whose class does not exist: it gets no load balancer and no status, and no event says why. One whose configuration does not exist is refused by its controller, with all its routes.',
  see: [
    'https://gateway-api.sigs.k8s.io/api-types/gatewayclass/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/customization/',
  ],
  kinds: [`${GATEWAY.group}/${GATEWAY.kind}`, `${GATEWAY_CLASS.group}/${GATEWAY_CLASS.kind}`],
  check(object, context, tell) {
    if (object.kind === GATEWAY.kind) {
      judgeClass(object, context, tell);
      judgeParameters(object, ['spec', 'infrastructure', 'parametersRef'], object.namespace, { context, tell });
      return;
    }
    const path = ['spec', 'parametersRef'];
    judgeParameters(object, path, textAt(object.value, ...path, 'namespace'), { context, tell });
  },
};

function judgeClass({ value }: RenderedObject, { index, environment }: CheckContext, tell: Tell): void {
  const { group, kind } = GATEWAY_CLASS;
  const name = textAt(value, 'spec', 'gatewayClassName') ?? '';
  const { routes } = environment;
  const known = routes?.form === 'gateway' ? [routes.gatewayClassName] : [];
  if (known.includes(name) || index.exists({ group, kind, name })) return;
  tell({
    path: ['spec', 'gatewayClassName'],
    found: name,
    what: `it names GatewayClass "${name}", which does not exist: nobody makes a load balancer for it, without a word.${didYouMean(name, [...index.names(group, kind), ...known])}`,
    fix: `render the GatewayClass, or declare it under \`external\` in environments/${environment.name}/environment.yaml.`,
  });
}

/** A Gateway looks in its own namespace, a class where it says. */
function judgeParameters(
  object: RenderedObject,
  path: readonly string[],
  namespace: string | undefined,
  { context, tell }: { readonly context: CheckContext; readonly tell: Tell },
): void {
  const reference = mapAt(object.value, ...path);
  const { group, kind } = LOAD_BALANCER_CONFIGURATION;
  const name = textAt(reference, 'name') ?? '';
  if (textAt(reference, 'group') !== LBC_GATEWAY_GROUP) return;
  if (textAt(reference, 'kind') !== kind) {
    const found = textAt(reference, 'kind') ?? '';
    const what = `it takes its parameters from ${withArticle(found)}, and the controller reads those of a ${kind}; it refuses the ${object.kind}.`;
    tell({ path: [...path, 'kind'], found, wanted: kind, what, fix: `name a ${kind}.` });
    return;
  }
  if (namespace === undefined) {
    const what = `it names ${kind} "${name}" without a namespace; the controller does not accept the class (InvalidParametersRef), and none of its Gateways gets a load balancer.`;
    tell({ path: [...path, 'name'], found: name, what, fix: 'add parametersRef.namespace.' });
    return;
  }
  if (context.index.exists({ group, kind, namespace, name })) return;
  tell({
    path: [...path, 'name'],
    found: name,
    what: `it names ${kind} "${name}", which namespace ${namespace} does not have; the controller refuses the ${object.kind} and leaves AWS as it is.${didYouMean(name, context.index.names(group, kind, namespace))}`,
    fix: `render the ${kind} in namespace ${namespace}, or name one that is there.`,
  });
}
