import { logGroupOf } from '../../knowledge/aws/control-plane';
import type { EksEnvironment } from '../environment';
import { newCluster } from './bootstrap-add-ons';
import { cliAccess } from './cli-access';
import { addOnSteps, updatedAddOns } from './cli-add-ons';
import { endpointSteps } from './cli-endpoints';
import { selfManagedSteps } from './cli-self-managed';
import { type CliStep, type CliSteps, step } from './cli-step';
import { describeCluster } from './describe';
import type { LeftOut } from './left-out';

/**
 * The cluster of an environment as calls of the AWS CLI, each with the JSON that it takes.
 * @see https://docs.aws.amazon.com/cli/latest/reference/eks/
 */
export function cliSteps(environment: EksEnvironment): CliSteps {
  const described = describeCluster(environment);
  const { clusterName } = environment;
  const endpoints = endpointSteps(environment);
  const selfManaged = selfManagedSteps(environment);
  return {
    steps: [
      ...endpoints.steps,
      ...logSteps(environment),
      { name: 'create-cluster', command: 'eks create-cluster', input: newCluster(described.cluster, environment) },
      { name: 'wait-cluster', command: `eks wait cluster-active --name ${clusterName}` },
      ...providerSteps(environment),
      ...cliAccess(described),
      ...addOnSteps(described),
      ...described.nodegroups.map((input) => step('eks create-nodegroup', input.nodegroupName, input)),
      ...selfManaged.steps,
      // EKS makes one profile at a time.
      ...described.fargateProfiles.flatMap((input) => [
        step('eks create-fargate-profile', input.fargateProfileName, input),
        {
          name: `wait-fargate-profile-${input.fargateProfileName}`,
          command: `eks wait fargate-profile-active --cluster-name ${clusterName} --fargate-profile-name ${input.fargateProfileName}`,
        },
      ]),
      ...described.capabilities.map((input) => step('eks create-capability', input.capabilityName, input)),
      // The last, since it is an update of the cluster, which takes no other one meanwhile.
      ...described.identityProviders.map((input) =>
        step('eks associate-identity-provider-config', input.oidc.identityProviderConfigName, input),
      ),
    ],
    leftOut: [...endpoints.leftOut, ...selfManaged.leftOut, ...updatedAddOns(environment), ...leftOutOf(environment)],
  };
}

/** Made first, since EKS makes a group that keeps everything for ever. */
function logSteps({ clusterName, controlPlane }: EksEnvironment): readonly CliStep[] {
  if (controlPlane.logs.length === 0) return [];
  const logGroupName = logGroupOf(clusterName);
  return [
    { name: 'create-log-group', command: 'logs create-log-group', input: { logGroupName } },
    {
      name: 'put-retention-policy',
      command: 'logs put-retention-policy',
      input: { logGroupName, retentionInDays: controlPlane.logRetentionDays },
    },
  ];
}

/** IAM trusts the cluster's Pods by this. */
function providerSteps({ identity, facts }: EksEnvironment): readonly CliStep[] {
  const issuer = identity.oidcIssuer ?? facts?.cluster.oidcIssuer;
  if (issuer === undefined) return [];
  const input = { Url: `https://${issuer}`, ClientIDList: ['sts.amazonaws.com'] };
  return [{ name: 'create-open-id-connect-provider', command: 'iam create-open-id-connect-provider', input }];
}

function leftOutOf({ identity, facts, clusterName }: EksEnvironment): readonly LeftOut[] {
  const found: LeftOut[] = [];
  if ((identity.oidcIssuer ?? facts?.cluster.oidcIssuer) === undefined)
    found.push({
      setting: 'identity.oidcIssuer',
      why: `EKS gives the issuer when it makes the cluster, and no role trusts its Pods before IAM knows it. Run \`cdk8s-eks facts refresh\`, and then this again, for the call that tells IAM; or ask \`aws eks describe-cluster --name ${clusterName}\`.`,
    });
  if ((identity.awsAuth ?? []).length > 0)
    found.push({
      setting: 'identity.awsAuth',
      why: 'the lines of aws-auth are in a ConfigMap, which no call of AWS writes. Write them with `AwsAuthMapping`, or use `--format eksctl`.',
    });
  return found;
}
