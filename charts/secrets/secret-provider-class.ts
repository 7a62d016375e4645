import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Volume } from '../../imports/k8s';
import { SecretProviderClass as RawClass } from '../../imports/secrets-store.csi.x-k8s.io';
import { SECRETS_STORE } from '../../src/knowledge/kubernetes/secrets-store';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { didYouMean } from '../../src/model/suggest';
import { override } from '../shared/override';
import { refusal } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judgeProviderObjects, objectsText } from './provider-objects';
import type { SecretProviderClassProps } from './secret-provider-class-props';
import { SecretOfVolume, type SyncedSecret } from './synced-secret';

/**
 * What the Secrets Store CSI driver mounts from AWS Secrets Manager or Parameter Store, as the ServiceAccount of the Pod that
 * mounts it; not on Fargate. `volume()` is mounted as files. `secret(name)` is a Secret that a workload takes by value:
 * it is there only while a Pod mounts the class, so the workload mounts it too. On a plain cluster nothing is made.
 * @throws ToolError for what the provider would refuse at each mount
 * @see https://github.com/aws/secrets-store-csi-driver-provider-aws
 * @example
 * import { AwsIdentity, fromSecret, SecretProviderClass, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const api = (chart: Chart) => {
 *   const serviceAccount = new AwsIdentity(chart, 'account', { name: 'api', iamRole: 'api' });
 *   const secrets = new SecretProviderClass(chart, 'api-secrets', {
 *     objects: [{ name: 'shop/db', fields: { password: 'db-password' } }],
 *     secrets: { 'api-db': { keys: { password: 'db-password' } } },
 *     readBy: serviceAccount,
 *   });
 *   return new WebService(chart, 'api', {
 *     image: 'example.com/api:1.0',
 *     port: 8080,
 *     serviceAccount,
 *     env: { DB_PASSWORD: fromSecret(secrets.secret('api-db'), 'password') },
 *   });
 * };
 */
export class SecretProviderClass extends Construct {
  /** Name of the class. */
  readonly name: string;
  /** The SecretProviderClass; absent on a plain cluster. */
  readonly secretProviderClass?: ApiObject;
  private readonly secretNames: readonly string[];

  constructor(scope: Construct, id: string, props: SecretProviderClassProps) {
    super(scope, id);
    const problems = problemsWith(this, 'SecretProviderClass', props, SecretProviderClass);
    const environment = environmentOf(this);
    this.name = props.name ?? id;
    this.secretNames = Object.keys(props.secrets ?? {});
    judgeProviderObjects(props, problems);
    problems.raise();
    if (environment.platform !== 'eks') return;
    const secretObjects = Object.entries(props.secrets ?? {}).map(([secretName, { keys, type = 'Opaque' }]) => ({
      secretName,
      type,
      data: Object.entries(keys).map(([key, objectName]) => ({ key, objectName })),
    }));
    const made = new RawClass(this, 'SecretProviderClass', {
      metadata: { name: this.name },
      spec: {
        provider: 'aws',
        parameters: parametersOf(props, environment),
        ...(secretObjects.length === 0 ? {} : { secretObjects }),
      },
    });
    this.secretProviderClass = override(made, props.overrides?.secretProviderClass);
  }

  /** The volume, for `mounts: [{ path, volume: secrets.volume() }]`. */
  volume(): Volume {
    return {
      name: this.name,
      csi: { driver: SECRETS_STORE.driver, readOnly: true, volumeAttributes: { secretProviderClass: this.name } },
    };
  }

  /** A Secret of `secrets`, by its name. @throws ToolError where the class makes no such Secret */
  secret(name: string): SyncedSecret {
    if (!this.secretNames.includes(name))
      throw refusal(
        this,
        `the class makes no Secret "${name}".${didYouMean(name, this.secretNames)}`,
        'add it to secrets, with its keys.',
      );
    return this.secretProviderClass === undefined ? { kind: 'Secret', name } : new SecretOfVolume(name, this.volume());
  }
}

function parametersOf(props: SecretProviderClassProps, environment: EksEnvironment): Record<string, string> {
  const mechanism = props.readBy?.mechanism ?? environment.identity.mode;
  return {
    region: props.region ?? environment.region,
    ...(mechanism === 'podIdentity' ? { usePodIdentity: 'true' } : {}),
    objects: objectsText(props.objects),
  };
}
