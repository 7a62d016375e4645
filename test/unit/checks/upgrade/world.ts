import { upgradeEntries } from '../../../../src/checks/upgrade/run-upgrade';
import type { EksEnvironment } from '../../../../src/model/environment';
import type { Facts } from '../../../../src/model/facts';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { stepsBetween } from '../../../../src/model/upgrade/path';
import type { UpgradeEntry } from '../../../../src/model/upgrade/report';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

/** Settings, a reading and rendered objects before an upgrade. */
export interface World {
  readonly environment: EksEnvironment;
  readonly facts: Facts | undefined;
  readonly objects: readonly JsonObject[];
}

/** A cluster without nodes whose add-on fits every version: no upgrade of it has anything to tell. */
export function readyWorld(from: string): World {
  const base = eksEnvironment({ kubernetesVersion: from });
  const environment = { ...base, compute: { ...base.compute, managedNodeGroups: [], fargateProfiles: [] } };
  const versions = [from, ...stepsBetween(from, '1.37')];
  const facts: Facts = {
    schemaVersion: 1,
    clusterName: environment.clusterName,
    accountId: environment.accountId,
    region: environment.region,
    cluster: {
      arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster',
      kubernetesVersion: from,
      status: 'ACTIVE',
    },
    nodeGroups: [],
    fargateProfiles: [],
    addOns: [{ name: 'coredns', version: 'v1.12.1-eksbuild.2' }],
    addOnVersions: versions.map((kubernetesVersion) => ({
      name: 'coredns',
      kubernetesVersion,
      versions: ['v1.12.1-eksbuild.2'],
    })),
    clusterVersions: versions.map((version) => ({
      version,
      endOfStandardSupport: '2029-01-01',
      endOfExtendedSupport: '2030-01-01',
    })),
    insights: [{ name: 'Deprecated APIs', category: 'UPGRADE_READINESS', status: 'PASSING' }],
    updates: [],
  };
  return { environment, facts, objects: [] };
}

/** All that is told of the way, step by step. */
export function entriesOf({ environment, facts, objects }: World, from: string, to: string): readonly UpgradeEntry[] {
  const { facts: _none, ...settings } = environment;
  const steps = stepsBetween(from, to);
  const path = {
    from,
    to,
    steps,
    declared: environment.kubernetesVersion,
    today: '2026-12-10',
    soon: '2027-03-10',
  };
  return steps.flatMap((step) =>
    upgradeEntries({
      environment: { ...settings, kubernetesVersion: step, ...(facts === undefined ? {} : { facts }) },
      objects: objects.map((value) => renderedObject(value, { environment: 'test', app: 'shop' })),
      schemas: schemasOf(step),
      path,
      step,
    }),
  );
}

export function object(apiVersion: string, kind: string, more: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop', ...metadata }, ...more };
}

export function deployment(spec: JsonObject, container: JsonObject = {}, annotations: JsonObject = {}): JsonObject {
  const containers = [{ name: 'main', image: 'web:1', ...container }];
  return object('apps/v1', 'Deployment', {
    spec: { template: { metadata: { annotations }, spec: { ...spec, containers } } },
  });
}
