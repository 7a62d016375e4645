import { check } from '../../../../../src/checks/engine/check';
import { validSecurityGroupPolicy } from '../../../../../src/checks/rules/eks/valid-security-group-policy';
import type { Compute, Environment } from '../../../../../src/model/environment';
import type { JsonObject } from '../../../../../src/model/json';
import { first } from '../../../../../src/model/lists';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment, kubernetesEnvironment } from '../../../../support/environment';
import { schemasOf } from '../../../../support/schemas';

const base = eksEnvironment();
const general = first(base.compute.managedNodeGroups);

const policy = (namespace: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'vpcresources.k8s.aws/v1beta1',
  kind: 'SecurityGroupPolicy',
  metadata: { name: 'db', namespace },
  spec: { securityGroups: { groupIds: ['sg-00000000000000001'] }, ...spec },
});
const pod = (namespace: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace, labels: { app: 'web', tier: 'front' } },
  spec: { containers: [{ name: 'web', image: 'web:1' }] },
});

function said(environment: Environment, ...objects: readonly JsonObject[]): readonly string[] {
  const rendered = objects.map((value) => renderedObject(value, { environment: 'test', app: 'a' }));
  const input = { environment, objects: rendered, schemas: schemasOf('1.34'), appOwners: new Map(), environments: [] };
  return check(input, [validSecurityGroupPolicy]).findings.map(({ severity, message }) => `${severity} ${message}`);
}
const compute = (change: Partial<Compute>) => eksEnvironment({ compute: { ...base.compute, ...change } });
const selects = { podSelector: { matchLabels: { app: 'web' } } };

describe('a SecurityGroupPolicy', () => {
  const pending = (reason: string) => [
    `error SecurityGroupPolicy.vpcresources.k8s.aws shop/db: it selects the Pods of Pod web, and ${reason}. They stay Pending, or have no groups of their own.`,
  ];

  it('holds on no node of EKS Auto Mode, and on no instance of the families t', () => {
    const autoMode = compute({ managedNodeGroups: [], autoMode: true });
    expect(said(autoMode, policy('shop', selects), pod('shop'))).toEqual(
      pending('nodes of EKS Auto Mode take security groups from their NodeClass alone'),
    );
    const small = compute({ managedNodeGroups: [{ ...general, instanceTypes: ['t3.large', 't4g.small'] }] });
    expect(said(small, policy('shop', selects), pod('shop'))).toEqual(
      pending('instances of the families t (t3.large, t4g.small) have no network interfaces for single Pods'),
    );
  });

  it('holds on Fargate, and may hold where some nodes are of other families', () => {
    const autoMode = compute({ managedNodeGroups: [], autoMode: true });
    expect(said(autoMode, policy('serverless', selects), pod('serverless'))).toEqual([]);
    const mixed = compute({
      managedNodeGroups: [{ ...general, instanceTypes: ['t3.large', 'm7i.large'] }],
    });
    expect(said(mixed, policy('shop', selects), pod('shop'))).toEqual([]);
    expect(said(compute({ managedNodeGroups: [], karpenter: true }), policy('shop', selects), pod('shop'))).toEqual([]);
  });

  it('selects by expressions as Kubernetes does', () => {
    const autoMode = compute({ managedNodeGroups: [], autoMode: true });
    const selected = (...matchExpressions: readonly JsonObject[]) =>
      said(autoMode, policy('shop', { podSelector: { matchExpressions } }), pod('shop')).length;
    expect(selected({ key: 'app', operator: 'In', values: ['web', 'api'] })).toBe(1);
    expect(selected({ key: 'app', operator: 'In', values: ['api'] })).toBe(0);
    expect(selected({ key: 'app', operator: 'NotIn', values: ['web'] })).toBe(0);
    expect(selected({ key: 'zone', operator: 'NotIn', values: ['a'] })).toBe(1);
    expect(selected({ key: 'tier', operator: 'Exists' }, { key: 'zone', operator: 'DoesNotExist' })).toBe(1);
    expect(selected({ key: 'zone', operator: 'Exists' })).toBe(0);
    expect(selected({ key: 'app', operator: 'Like', values: ['web'] })).toBe(0);
  });

  it('asks for the cluster’s group as the last reading has it, where the settings do not say', () => {
    const { securityGroups: _, ...network } = base.network;
    const cluster = { arn: 'a', kubernetesVersion: '1.34', clusterSecurityGroupId: 'sg-0000000000000000f' };
    const facts = { schemaVersion: 1, clusterName: 'c', accountId: 'a', region: 'r', cluster } as const;
    const environment = eksEnvironment({ network: { ...network, securityGroups: {} }, facts });
    expect(said(environment, policy('shop', selects))).toEqual([
      "warning SecurityGroupPolicy.vpcresources.k8s.aws shop/db: the cluster's own security group sg-0000000000000000f is not among its groups. Unless they let port 53 to CoreDNS and the probes of the kubelet through, Pods resolve no names and are never ready.",
    ]);
  });

  it('is judged by its groups alone on a plain cluster', () => {
    expect(said(kubernetesEnvironment(), policy('shop', selects), pod('shop'))).toEqual([]);
  });
});
