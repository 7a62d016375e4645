import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { environmentOf } from '../../src/model/environment-context';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { SecretStoreProps } from './secret-store-props';
import { EXTERNAL_SECRETS, storeProvider } from './store-spec';

/**
 * Where ExternalSecrets of one namespace read: AWS Secrets Manager or Parameter Store, as the ServiceAccount that may. On a
 * plain cluster nothing is made.
 * @throws ToolError for a ServiceAccount that the operator cannot read as
 * @see https://external-secrets.io/latest/api/secretstore/
 * @example
 * import { AwsIdentity, ExternalSecret, SecretStore } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const database = (chart: Chart) => {
 *   const serviceAccount = new AwsIdentity(chart, 'secrets-reader', { iamRole: 'secrets', mechanism: 'irsa' });
 *   const store = new SecretStore(chart, 'aws', { serviceAccount });
 *   return new ExternalSecret(chart, 'db', { store, data: { password: { key: 'shop/db', property: 'password' } } });
 * };
 */
export class SecretStore extends Construct {
  /** Its kind, for ExternalSecrets that take it as their store. */
  readonly kind = 'SecretStore';
  /** Name of the store. */
  readonly name: string;
  /** The SecretStore; absent on a plain cluster. */
  readonly store?: ApiObject;

  constructor(scope: Construct, id: string, props: SecretStoreProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'SecretStore', props, SecretStore);
    this.name = props.name ?? id;
    const provider = storeProvider(this, props, environmentOf(this), false, problems);
    problems.raise();
    if (provider === undefined) return;
    const made = new ApiObject(this, 'SecretStore', {
      apiVersion: EXTERNAL_SECRETS,
      kind: 'SecretStore',
      metadata: { name: this.name },
      spec: { provider },
    });
    this.store = override(made, props.overrides?.store);
  }
}
