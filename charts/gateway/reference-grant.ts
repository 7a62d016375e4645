import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY_GROUP, REFERENCE_GRANT } from '../../src/knowledge/gateway/kinds';
import { ROUTE_LIMITS } from '../../src/knowledge/gateway/limits';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { gatewaysOf } from './served-by';

/** Whose references are let in. */
export interface GrantedFrom {
  /** Namespace of the objects that refer. */
  readonly namespace: string;
  /** Their kind. `@default` HTTPRoute */
  readonly kind?: 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute' | 'UDPRoute' | 'Gateway';
}

/** What may be referred to. */
export interface GrantedTo {
  /** Kind of the objects. `@default` Service */
  readonly kind?: 'Service' | 'Secret';
  /** Name of one of them. `@default` - all of the kind */
  readonly name?: string;
}

export interface ReferenceGrantProps extends ObjectProps {
  /** Whose references are let in; 1 to 16. */
  readonly from: readonly GrantedFrom[];
  /** What they may name; 1 to 16. `@default` - every Service of the namespace */
  readonly to?: readonly GrantedTo[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly referenceGrant?: Patch };
}

/**
 * Lets routes of other namespaces name Services of this one: without it they get errors. A route that attaches to a Gateway of
 * another namespace needs none; that Gateway’s `routesFrom` says it. Where requests come in by Ingresses, nothing is rendered.
 * @throws ToolError with everything that the server would refuse
 * @see https://gateway-api.sigs.k8s.io/api-types/referencegrant/
 * @example
 * import { ReferenceGrant } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const forShop = (chart: Chart) =>
 *   new ReferenceGrant(chart, 'for-shop', { from: [{ namespace: 'shop' }], to: [{ name: 'catalog' }] });
 */
export class ReferenceGrant extends Construct {
  /** What is made; absent where requests come in by Ingresses. */
  readonly referenceGrant?: ApiObject;

  constructor(scope: Construct, id: string, props: ReferenceGrantProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'ReferenceGrant', props, ReferenceGrant);
    const { from, to = [{}], name = id } = props;
    for (const [property, list] of Object.entries({ from, to }))
      problems.unless(
        list.length >= 1 && list.length <= ROUTE_LIMITS.rules,
        `${property} has ${list.length} entries; the server takes 1 to ${ROUTE_LIMITS.rules}.`,
        list.length === 0 ? 'name one.' : 'spread them over several grants.',
      );
    problems.raise();
    if (gatewaysOf(environment) === undefined) return;
    const spec = {
      from: from.map(({ namespace, kind = 'HTTPRoute' }) => ({ group: GATEWAY_GROUP, kind, namespace })),
      to: to.map(({ kind = 'Service', name: target }) => ({ group: '', kind, ...defined({ name: target }) })),
    };
    this.referenceGrant = customObject(this, 'Grant', REFERENCE_GRANT, { ...props, name }, spec);
    override(this.referenceGrant, props.overrides?.referenceGrant);
  }
}
