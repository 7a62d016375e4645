import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import { roleArnOf } from '../identity/iam-role';
import type { Problems } from '../shared/problems';
import type { SecretStoreProps } from './secret-store-props';

/** Group and version of the operator's kinds. */
export const EXTERNAL_SECRETS = 'external-secrets.io/v1';

/**
 * How a store reads AWS; undefined on a plain cluster, which has none.
 * @see https://external-secrets.io/latest/provider/aws-access/
 */
export function storeProvider(
  construct: Construct,
  props: SecretStoreProps,
  environment: Environment,
  ofCluster: boolean,
  problems: Problems,
): object | undefined {
  judgeReader(props, ofCluster ? undefined : Chart.of(construct).namespace, ofCluster, problems);
  if (environment.platform !== 'eks') return undefined;
  const { service = 'SecretsManager', region = environment.region, externalId: externalID, prefix } = props;
  const role = targetOf(props, environment, problems);
  return { aws: { service, region, ...defined({ auth: authOf(props, ofCluster), role, externalID, prefix }) } };
}

function authOf({ serviceAccount }: SecretStoreProps, ofCluster: boolean) {
  if (serviceAccount === undefined) return undefined;
  const { name, namespace = serviceAccount.metadata?.namespace } = serviceAccount;
  return { jwt: { serviceAccountRef: { name, ...(ofCluster ? defined({ namespace }) : {}) } } };
}

function targetOf({ targetRole }: SecretStoreProps, environment: EksEnvironment, problems: Problems) {
  return targetRole === undefined ? undefined : roleArnOf(targetRole, environment, problems, 'targetRole');
}

function judgeReader(
  { serviceAccount, targetRole, externalId }: SecretStoreProps,
  own: string | undefined,
  ofCluster: boolean,
  problems: Problems,
): void {
  problems.unless(
    externalId === undefined || targetRole !== undefined,
    'externalId is given without targetRole, so nobody is told it.',
    'give the role that asks for it as targetRole.',
  );
  if (serviceAccount === undefined) return;
  const { name, namespace = serviceAccount.metadata?.namespace, mechanism } = serviceAccount;
  problems.unless(
    mechanism !== 'podIdentity',
    `ServiceAccount ${name} has its role by Pod Identity, and the operator reads the annotation of IRSA only: every ExternalSecret of the store would stay in SecretSyncedError.`,
    "give the AwsIdentity mechanism: 'irsa', or leave serviceAccount out and give the operator the role.",
  );
  problems.unless(
    ofCluster ? namespace !== undefined : namespace === undefined || namespace === own,
    ofCluster
      ? `ServiceAccount ${name} has no namespace: the operator would look for it beside each ExternalSecret.`
      : `ServiceAccount ${name} lives in namespace ${namespace}; the operator refuses a SecretStore that reads as one of another namespace.`,
    ofCluster ? 'give its namespace.' : 'make the store in that namespace, or use a ClusterSecretStore.',
  );
}
