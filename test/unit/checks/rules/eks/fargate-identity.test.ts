import { check } from '../../../../../src/checks/engine/check';
import { banFargatePod } from '../../../../../src/checks/rules/eks/ban-fargate-pod';
import type { JsonObject } from '../../../../../src/model/json';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../../support/environment';
import { schemasOf } from '../../../../support/schemas';

const { compute } = eksEnvironment();
const selectors = [{ namespace: 'shop', labels: { run: 'fargate' } }];
const environment = eksEnvironment({ compute: { ...compute, fargateProfiles: [{ name: 'part', selectors }] } });

const pod = (run: string, account?: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop', labels: { run } },
  spec: {
    containers: [{ name: 'web', image: 'web:1' }],
    ...(account === undefined ? {} : { serviceAccountName: account }),
  },
});
const account = (annotations: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'web', namespace: 'shop', annotations },
});
const association = (namespace: string, serviceAccount: string): JsonObject => ({
  apiVersion: 'eks.services.k8s.aws/v1alpha1',
  kind: 'PodIdentityAssociation',
  metadata: { name: 'web', namespace: 'ack-system' },
  spec: { clusterName: 'c', namespace, serviceAccount, roleARN: 'arn:aws:iam::111122223333:role/web' },
});

function said(...objects: readonly JsonObject[]): readonly string[] {
  const rendered = objects.map((value) => renderedObject(value, { environment: 'test', app: 'a' }));
  const input = { environment, objects: rendered, schemas: schemasOf('1.34'), appOwners: new Map(), environments: [] };
  return check(input, [banFargatePod]).findings.map(({ severity, message }) => `${severity} ${message}`);
}
const told = (name: string) => [
  `error Pod shop/web: Fargate profile "part" catches its Pods, and ServiceAccount "${name}" has its IAM role by Pod Identity, which is not there. They start, and AWS refuses their calls.`,
];

describe('a Pod that Fargate catches by its labels', () => {
  it('has no Pod Identity, by an association of ACK or of another tool', () => {
    const annotation = JSON.stringify({ clusterName: 'c', roleArn: 'arn:aws:iam::111122223333:role/web' });
    expect(said(pod('fargate', 'web'), account({ 'cdk8s-eks/pod-identity-association': annotation }))).toEqual(
      told('web'),
    );
    expect(said(pod('fargate', 'web'), association('shop', 'web'))).toEqual(told('web'));
    expect(said(pod('fargate'), association('shop', 'default'))).toEqual(told('default'));
  });

  it('may have a role by IRSA, and associations may be of others', () => {
    const irsa = account({ 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/web' });
    expect(said(pod('fargate', 'web'), irsa, association('shop', 'other'), association('other', 'web'))).toEqual([]);
    expect(said(pod('nodes', 'web'), association('shop', 'web'))).toEqual([]);
  });
});
