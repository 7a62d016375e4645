import { check } from '../../../../src/checks/engine/check';
import type { Rule } from '../../../../src/checks/engine/rule';
import { banFargatePod } from '../../../../src/checks/rules/eks/ban-fargate-pod';
import { validEbsAccessMode } from '../../../../src/checks/rules/eks/valid-ebs-access-mode';
import { noMissingClass } from '../../../../src/checks/rules/k8s/no-missing-class';
import { noMissingConfig } from '../../../../src/checks/rules/k8s/no-missing-config';
import { noMissingConfigKey } from '../../../../src/checks/rules/k8s/no-missing-config-key';
import { noMissingNamespace } from '../../../../src/checks/rules/k8s/no-missing-namespace';
import { noMissingRole } from '../../../../src/checks/rules/k8s/no-missing-role';
import { noMissingServiceAccount } from '../../../../src/checks/rules/k8s/no-missing-service-account';
import { noMissingStorageClass } from '../../../../src/checks/rules/k8s/no-missing-storage-class';
import { ADD_ON_OBJECTS } from '../../../../src/knowledge/aws/cluster-objects';
import type { Environment } from '../../../../src/model/environment';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const eks = eksEnvironment();
const autoMode = eksEnvironment({ compute: { ...eks.compute, autoMode: true } });
const kind = kubernetesEnvironment();

const RULES: readonly Rule[] = [
  noMissingClass,
  noMissingConfig,
  noMissingConfigKey,
  noMissingNamespace,
  noMissingRole,
  noMissingServiceAccount,
  noMissingStorageClass,
  validEbsAccessMode,
  banFargatePod,
];

/** Rule and what was found, of everything that is missing. */
function missing(environment: Environment, ...objects: readonly JsonObject[]): readonly string[] {
  const rendered = objects.map((value) => renderedObject(value, { environment: 'test', app: 'a' }));
  const input = { environment, objects: rendered, schemas: schemasOf('1.34'), appOwners: new Map(), environments: [] };
  return check(input, RULES).findings.map(({ rule, found, severity }) => `${severity} ${rule} ${found}`);
}

const pod = (spec: JsonObject, namespace = 'kube-system'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace },
  spec: { containers: [{ name: 'p', image: 'p:1', ...(spec['container'] as JsonObject) }], ...spec },
});
const claim = (spec: JsonObject, namespace = 'kube-system'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace },
  spec: { accessModes: ['ReadWriteOnce'], ...spec },
});
const ingress = (ingressClassName: string): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'i', namespace: 'default' },
  spec: { ingressClassName },
});
const binding = (roleRef: JsonObject, account: string): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'b', namespace: 'kube-system' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', ...roleRef },
  subjects: [{ kind: 'ServiceAccount', name: account }],
});

describe('7.3 what is on a cluster without being rendered', () => {
  it('7.3 comes from Kubernetes itself, wherever the cluster runs', () => {
    const projected = {
      sources: [{ configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca' }] } }],
    };
    for (const environment of [eks, kind])
      expect(
        missing(
          environment,
          pod({
            priorityClassName: 'system-node-critical',
            serviceAccountName: 'default',
            volumes: [{ name: 'ca', projected }],
          }),
          binding({ kind: 'Role', name: 'extension-apiserver-authentication-reader' }, 'default'),
          binding({ kind: 'ClusterRole', name: 'system:auth-delegator' }, 'default'),
        ),
      ).toEqual([]);
  });

  it('7.3 ends where the names of Kubernetes end', () => {
    const from = { name: 'kube-root-ca.crt', key: 'tls.crt' };
    const env = [{ name: 'CA', valueFrom: { configMapKeyRef: from } }];
    expect(
      missing(
        eks,
        pod({ priorityClassName: 'system-shop-critical', container: { env } }),
        binding({ kind: 'Role', name: 'system:auth-delegator' }, 'node'),
      ),
    ).toEqual([
      'error k8s/no-missing-role system:auth-delegator',
      'error k8s/no-missing-role kube-system/node',
      'error k8s/no-missing-config-key tls.crt',
      'error k8s/no-missing-class system-shop-critical',
    ]);
  });

  it('7.3 comes from EKS: its class for volumes, which was the default up to 1.29 and which Auto Mode does not serve', () => {
    expect(missing(eks, claim({ storageClassName: 'gp2' }))).toEqual([]);
    expect(missing(autoMode, claim({ storageClassName: 'gp2' }))).toEqual(['error k8s/no-missing-storage-class gp2']);
    expect(missing(kind, claim({ storageClassName: 'gp2' }))).toEqual(['error k8s/no-missing-storage-class gp2']);
    const unknown = ['unknown k8s/no-missing-storage-class undefined'];
    const asOf = (kubernetesVersion: string) => missing(eksEnvironment({ kubernetesVersion }), claim({}));
    expect([asOf('1.29'), asOf('1.30')]).toEqual([[], unknown]);
    expect(missing(kubernetesEnvironment({ kubernetesVersion: '1.29' }), claim({}))).toEqual(unknown);
  });

  it('7.3 is judged as what it is: the class of EKS makes EBS volumes', () => {
    const shared = claim({ storageClassName: 'gp2', accessModes: ['ReadWriteMany'] }, 'serverless');
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'serverless' } };
    expect(missing(eks, namespace, shared, pod({ volumes }, 'serverless'))).toEqual([
      'error eks/valid-ebs-access-mode ReadWriteMany',
      'error eks/ban-fargate-pod undefined',
    ]);
  });

  it('7.3 brings no class for Ingresses, not even with EKS Auto Mode', () => {
    const said = ['error k8s/no-missing-class alb'];
    expect([eks, autoMode, kind].map((environment) => missing(environment, ingress('alb')))).toEqual([
      said,
      said,
      said,
    ]);
  });

  it('7.3 comes from the settings of a plain cluster, which name its classes', () => {
    expect(missing(kind, ingress('nginx'), claim({ storageClassName: 'standard' }))).toEqual([]);
  });

  it.each(Object.keys(ADD_ON_OBJECTS))(
    '7.3 comes from the add-on %s, where the facts say that it is installed',
    (name) => {
      const brought = ADD_ON_OBJECTS[name] ?? [];
      const readers = brought.map((object) =>
        object.kind === 'ServiceAccount'
          ? pod({ serviceAccountName: object.name }, object.namespace)
          : { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: object.name } },
      );
      const { cluster, ...facts } = {
        schemaVersion: 1 as const,
        clusterName: 'c',
        accountId: '1',
        region: 'r',
        cluster: { arn: '', kubernetesVersion: '1.34' },
      };
      const withAddOn = eksEnvironment({ facts: { ...facts, cluster, addOns: [{ name, version: 'v1' }] } });
      expect(missing(withAddOn, ...readers)).toEqual([]);
      expect(missing(eks, ...readers).length).toBeGreaterThan(0);
    },
  );
});
