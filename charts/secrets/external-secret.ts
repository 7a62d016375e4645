import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { ExternalSecretProps, RemoteKey } from './external-secret-props';
import { judgeExternalSecret } from './judge-external-secret';
import { EXTERNAL_SECRETS } from './store-spec';

/**
 * A Secret whose values come from AWS Secrets Manager or Parameter Store: the External Secrets Operator makes and refreshes
 * it. A workload takes it by value: `fromSecret(database, 'password')`, `{ path, secret: database }`, `envFrom: [database]`.
 * On a plain cluster nothing is made: the Secret has to be there, as `external` in its settings says.
 * @throws ToolError for values that the operator refuses
 * @see https://external-secrets.io/latest/api/externalsecret/
 * @example
 * import { ExternalSecret, fromSecret, propertiesOf, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const api = (chart: Chart) => {
 *   const database = new ExternalSecret(chart, 'db', {
 *     store: { kind: 'ClusterSecretStore', name: 'aws-secrets-manager' },
 *     data: propertiesOf('shop/db', ['username', 'password']),
 *   });
 *   return new WebService(chart, 'api', {
 *     image: 'example.com/api:1.0',
 *     port: 8080,
 *     env: { DB_PASSWORD: fromSecret(database, 'password') },
 *   });
 * };
 */
export class ExternalSecret extends Construct {
  /** What workloads read: the Secret that is made. */
  readonly kind = 'Secret';
  /** Name of the ExternalSecret and of the Secret. */
  readonly name: string;
  /** The ExternalSecret; absent on a plain cluster. */
  readonly externalSecret?: ApiObject;

  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ExternalSecret', props, ExternalSecret);
    this.name = props.name ?? id;
    judgeExternalSecret(props, problems);
    problems.raise();
    if (environmentOf(this).platform !== 'eks') return;
    const { store, data = {}, dataFrom = [], refreshInterval, refreshPolicy } = props;
    const target = targetOf(props);
    const made = new ApiObject(this, 'ExternalSecret', {
      apiVersion: EXTERNAL_SECRETS,
      kind: 'ExternalSecret',
      metadata: { name: this.name },
      spec: {
        secretStoreRef: { kind: store.kind, name: store.name },
        ...defined({ refreshPolicy, refreshInterval }),
        ...(Object.keys(target).length === 0 ? {} : { target }),
        ...(Object.keys(data).length === 0 ? {} : { data: Object.entries(data).map(entry) }),
        ...(dataFrom.length === 0 ? {} : { dataFrom: dataFrom.map((extract) => ({ extract: { ...extract } })) }),
      },
    });
    this.externalSecret = override(made, props.overrides?.externalSecret);
  }
}

function entry([secretKey, remoteRef]: readonly [string, RemoteKey]) {
  return { secretKey, remoteRef: { ...remoteRef } };
}

function targetOf({ creationPolicy, deletionPolicy, type, secretLabels, template }: ExternalSecretProps) {
  const parts = defined({
    type,
    metadata: secretLabels && { labels: { ...secretLabels } },
    data: template && { ...template.data },
    mergePolicy: template?.merge === true ? 'Merge' : undefined,
  });
  return defined({ creationPolicy, deletionPolicy, template: Object.keys(parts).length === 0 ? undefined : parts });
}
