import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { describeIdentity } from '../../../model/identity';
import { mapAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, RuleFinding } from '../../engine/rule';
import { configNames, isThere, keysOf } from '../../reads/config-keys';
import { strangerIn } from '../../reads/operator-objects';

const KEY = `${ALB_PREFIX}${ALB.authIdpOidc.key}`;
/** The first of a pair is what the controller reads; the other is its older name. */
const WANTED: readonly (readonly string[])[] = [['clientID', 'clientId'], ['clientSecret']];

export const noMissingLoginSecret: ObjectRule = {
  id: 'eks/no-missing-login-secret',
  severity: 'error',
  summary: 'The Secret of a login by OpenID Connect exists in the namespace, with clientID and clientSecret.',
  why: 'The controller reads the client’s id and secret from a Secret in the namespace of the Ingress. Where it is not there, the controller stops for every Ingress that shares the load balancer.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#authentication',
  ],
  kinds: ['networking.k8s.io/Ingress', 'Service'],
  check(object, context, tell) {
    const text = textAt(mapAt(object.value, 'metadata', 'annotations'), KEY);
    const name = text === undefined ? undefined : ALB.authIdpOidc.value.read(text)?.secretName;
    if (name === undefined) return;
    const { index } = context;
    const namespace = object.namespace ?? '';
    const path = ['metadata', 'annotations', KEY];
    const reference = { kind: 'Secret', name, path, optional: false } as const;
    if (!isThere(index, namespace, reference)) {
      tell({ path, found: name, ...absent(name, namespace, context) });
      return;
    }
    const keys = keysOf(index, namespace, reference);
    if (typeof keys === 'string') return;
    for (const [wanted = '', older] of WANTED) {
      if (keys.has(wanted) || (older !== undefined && keys.has(older))) continue;
      tell({
        path,
        found: name,
        what: `users log in by Secret "${name}", which has no key ${wanted} (it has ${[...keys].join(', ') || 'none'}). The controller stops there, for every Ingress of the load balancer.`,
        fix: `put the client’s ${wanted === 'clientID' ? 'id' : 'secret'} under ${wanted}.`,
      });
    }
  },
};

function absent(name: string, namespace: string, context: CheckContext): Omit<RuleFinding, 'path' | 'found'> {
  const stranger = strangerIn(namespace, context);
  const fix =
    'render the Secret by an ExternalSecret with the keys clientID and clientSecret, or declare it under `external` in environment.yaml.';
  const stops = 'The controller stops there, for every Ingress of the load balancer.';
  if (stranger !== undefined) {
    const what = `users log in by Secret "${name}", which nothing here makes, unless it comes of ${describeIdentity(stranger)}. Without it the controller stops, for every Ingress of the load balancer.`;
    return { severity: 'unknown', what, fix };
  }
  const hint = didYouMean(name, configNames(context.index, namespace, 'Secret'));
  return { what: `users log in by Secret "${name}", which namespace ${namespace} does not have. ${stops}${hint}`, fix };
}
