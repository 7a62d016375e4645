import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TRIGGER_AUTHENTICATION } from '../../src/knowledge/keda/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type Named, nameOf } from '../workload/values';
import { type KedaIdentity, podIdentityOf } from './keda-identity';

/** A value that a trigger needs, from a Secret of the namespace. */
export interface TriggerSecret {
  /** What KEDA calls the value, such as `sasl` or `password`. */
  readonly parameter: string;
  /** The Secret. */
  readonly secret: Named;
  /** The key in it. */
  readonly key: string;
}

export interface TriggerAuthenticationProps extends ObjectProps {
  /** As whom KEDA asks AWS. `@default` workload where no `secrets` are given */
  readonly identity?: KedaIdentity;
  /** Values from Secrets, for triggers that do not ask AWS. `@default` - none */
  readonly secrets?: readonly TriggerSecret[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly triggerAuthentication?: Patch };
}

/**
 * As whom KEDA asks for the numbers that it scales by. Several triggers may name one.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/valid-scaled-object
 * @see https://keda.sh/docs/2.20/concepts/authentication/
 * @example
 * import { ScaledObject, TriggerAuthentication, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const byLag = (chart: Chart, target: WebService) => {
 *   const secrets = [{ parameter: 'password', secret: 'rabbitmq', key: 'password' }];
 *   const authentication = new TriggerAuthentication(chart, 'rabbitmq', { secrets });
 *   const metadata = { mode: 'QueueLength', queueName: 'mails', value: '20' };
 *   return new ScaledObject(chart, 'mailer', { target, maxReplicas: 10, triggers: [{ type: 'rabbitmq', metadata, authentication }] });
 * };
 */
export class TriggerAuthentication extends Construct {
  /** What is made. */
  readonly triggerAuthentication: ApiObject;
  /** For `authentication` of triggers. */
  readonly name: string;
  /** Tells it from one of the whole cluster. */
  readonly kind = 'TriggerAuthentication' as const;

  constructor(scope: Construct, id: string, props: TriggerAuthenticationProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'TriggerAuthentication', props, TriggerAuthentication);
    const { name = id, secrets = [] } = props;
    this.name = name;
    const identity = props.identity ?? (secrets.length === 0 ? 'workload' : undefined);
    const spec = {
      ...(identity && { podIdentity: podIdentityOf(identity, environmentOf(this), problems) }),
      ...(secrets.length > 0 && { secretTargetRef: secrets.map(targetOf) }),
    };
    problems.raise();
    this.triggerAuthentication = customObject(this, 'Authentication', TRIGGER_AUTHENTICATION, { ...props, name }, spec);
    override(this.triggerAuthentication, props.overrides?.triggerAuthentication);
  }
}

function targetOf({ parameter, secret, key }: TriggerSecret) {
  return { parameter, name: nameOf(secret), key };
}
