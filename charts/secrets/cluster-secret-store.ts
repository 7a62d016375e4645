import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { environmentOf } from '../../src/model/environment-context';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { ClusterSecretStoreProps } from './secret-store-props';
import { EXTERNAL_SECRETS, storeProvider } from './store-spec';

/**
 * Where ExternalSecrets of several namespaces read. All who may write one in such a namespace read what the role may, so
 * the namespaces are said. On a plain cluster nothing is made.
 * @throws ToolError for a ServiceAccount that the operator cannot read as, and for no namespaces
 * @see https://external-secrets.io/latest/api/clustersecretstore/
 * @example
 * import { ClusterSecretStore } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const store = (chart: Chart) =>
 *   new ClusterSecretStore(chart, 'aws', {
 *     namespaces: ['catalog', 'orders'],
 *     serviceAccount: { name: 'external-secrets', namespace: 'external-secrets' },
 *   });
 */
export class ClusterSecretStore extends Construct {
  /** Its kind, for ExternalSecrets that take it as their store. */
  readonly kind = 'ClusterSecretStore';
  /** Name of the store. */
  readonly name: string;
  /** The ClusterSecretStore; absent on a plain cluster. */
  readonly store?: ApiObject;

  constructor(scope: Construct, id: string, props: ClusterSecretStoreProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ClusterSecretStore', props, ClusterSecretStore);
    this.name = props.name ?? id;
    const provider = storeProvider(this, props, environmentOf(this), true, problems);
    const conditions = conditionsOf(props.namespaces);
    problems.unless(
      conditions === undefined || !isEmpty(props.namespaces),
      'namespaces is empty, which the operator reads as all of them.',
      "name them, or say 'all'.",
    );
    problems.raise();
    if (provider === undefined) return;
    const made = new ApiObject(this, 'ClusterSecretStore', {
      apiVersion: EXTERNAL_SECRETS,
      kind: 'ClusterSecretStore',
      metadata: { name: this.name },
      spec: { ...(conditions === undefined ? {} : { conditions }), provider },
    });
    this.store = override(made, props.overrides?.store);
  }
}

function conditionsOf(namespaces: ClusterSecretStoreProps['namespaces']): object[] | undefined {
  if (namespaces === 'all') return undefined;
  if ('labels' in namespaces) return [{ namespaceSelector: { matchLabels: { ...namespaces.labels } } }];
  return [{ namespaces: [...namespaces] }];
}

function isEmpty(namespaces: Exclude<ClusterSecretStoreProps['namespaces'], 'all'> | 'all'): boolean {
  if (namespaces === 'all') return false;
  return Object.keys('labels' in namespaces ? namespaces.labels : namespaces).length === 0;
}
