import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import * as door from 'cdk8s-eks';
import * as plus from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import { at } from '../../../../src/model/json';
import { ROOT } from '../../../support/project';
import { render } from '../../../support/render';

type Library = typeof plus;

const image = 'example.com/app:1';
const containers = [{ image }];
const metadata = { name: 'theirs' };
const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };
const web = (scope: Chart) => new door.WebService(scope, 'web', { image, port: 8080 });

/** Gives one of ours to cdk8s-plus: makes `kind theirs`, and says what stands at a path of it. */
type Given = (
  library: Library,
  scope: Chart,
) => readonly [kind: string, path: readonly (string | number)[], value: unknown];

const POD = ['spec', 'template', 'spec'];

const volumeOf = (volume: (library: Library, scope: Chart) => plus.Volume, value: object): Given => {
  return (library, scope) => {
    const deployment = new library.Deployment(scope, 'theirs', { metadata, containers });
    deployment.addVolume(volume(library, scope));
    return ['Deployment', [...POD, 'volumes', 0], value];
  };
};

/** Every interface by which cdk8s-plus takes something: what of ours it takes, or why nothing. */
const INTERFACES: Readonly<Record<string, Given | string>> = {
  IApiEndpoint: (library, scope) => {
    const role = new library.ClusterRole(scope, 'theirs', { metadata });
    const files = new door.ConfigFiles(scope, 'files', { hash: false, data: { a: '1' } });
    role.allowRead(door.asPlusConfigMap(files));
    const rule = {
      apiGroups: [''],
      resourceNames: ['files'],
      resources: ['configmaps'],
      verbs: ['get', 'list', 'watch'],
    };
    return ['ClusterRole', ['rules', 0], rule];
  },
  IApiResource: (library, scope) => {
    const role = new library.Role(scope, 'theirs', { metadata });
    role.allowRead(door.asPlusServiceAccount(web(scope)));
    const rule = {
      apiGroups: [''],
      resourceNames: ['web'],
      resources: ['serviceaccounts'],
      verbs: ['get', 'list', 'watch'],
    };
    return ['Role', ['rules', 0], rule];
  },
  IClusterRole: '`ClusterRole.fromClusterRoleName` of cdk8s-plus takes the name.',
  IConfigMap: volumeOf(
    (library, scope) => {
      const files = new door.ConfigFiles(scope, 'files', { hash: false, data: { a: '1' } });
      return library.Volume.fromConfigMap(scope, 'volume', door.asPlusConfigMap(files));
    },
    { name: 'configmap-files', configMap: { name: 'files' } },
  ),
  INamespaceSelector: '`Namespaces.select` of cdk8s-plus takes names.',
  INetworkPolicyPeer: (library, scope) => {
    const policy = new library.NetworkPolicy(scope, 'theirs', { metadata });
    policy.addIngressRule(web(scope).asPodSelector());
    return ['NetworkPolicy', ['spec', 'ingress', 0, 'from', 0, 'podSelector'], { matchLabels: selector }];
  },
  IPersistentVolume: '`PersistentVolume.fromPersistentVolumeName` of cdk8s-plus takes the name.',
  IPersistentVolumeClaim: volumeOf(
    (library, scope) => {
      const claim = new door.VolumeClaim(scope, 'data', { storageClass: 'gp3', size: '1Gi' });
      return library.Volume.fromPersistentVolumeClaim(scope, 'volume', door.asPlusClaim(claim));
    },
    { name: 'pvc-data', persistentVolumeClaim: { claimName: 'data', readOnly: false } },
  ),
  IPodSelector: (library, scope) => {
    new library.Service(scope, 'theirs', { metadata, selector: web(scope).asPodSelector(), ports: [{ port: 81 }] });
    return ['Service', ['spec', 'selector'], selector];
  },
  IResource: 'It is a part of IConfigMap, ISecret, IPersistentVolumeClaim and IServiceAccount.',
  IRole: '`Role.fromRoleName` of cdk8s-plus takes the name.',
  IScalable: 'Workloads of ours have `autoscaling`, or a HorizontalPodAutoscaler of ours.',
  ISecret: (library, scope) => {
    const store = { kind: 'SecretStore', name: 'aws' } as const;
    const secret = door.asPlusSecret(new door.ExternalSecret(scope, 'db', { store, dataFrom: [{ key: 'db' }] }));
    new library.Deployment(scope, 'theirs', {
      metadata,
      containers: [{ image, envVariables: { A: secret.envValue('a'), B: secret.envValue('b', { optional: true }) } }],
    });
    const env = [
      { name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'a' } } },
      { name: 'B', valueFrom: { secretKeyRef: { name: 'db', key: 'b', optional: true } } },
    ];
    return ['Deployment', [...POD, 'containers', 0, 'env'], env];
  },
  IServiceAccount: (library, scope) => {
    const serviceAccount = door.asPlusServiceAccount(new door.AwsIdentity(scope, 'reader', { iamRole: 'carts' }));
    new library.Deployment(scope, 'theirs', { metadata, containers, serviceAccount });
    return ['Deployment', [...POD, 'serviceAccountName'], 'reader'];
  },
  IStorage: 'A Volume of cdk8s-plus, from one of ours as above.',
  ISubject: (library, scope) => {
    const role = new library.ClusterRole(scope, 'role', { metadata });
    const binding = new library.ClusterRoleBinding(scope, 'theirs', { metadata, role } as never);
    binding.addSubjects(web(scope).asSubject());
    return ['ClusterRoleBinding', ['subjects'], [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }]];
  },
};

/** Those that cdk8s-plus declares. */
function declared(version: string): readonly string[] {
  const folder = join(ROOT, 'node_modules', version, 'lib');
  const files = readdirSync(folder).filter((file) => file.endsWith('.d.ts'));
  return files
    .flatMap((file) => Array.from(readFileSync(join(folder, file), 'utf8').matchAll(/^export interface (I[A-Z]\w+)/gm)))
    .map(([, name = '']) => name)
    .sort();
}

describe.each([
  ['cdk8s-plus-28', plus],
  ['cdk8s-plus-33', plus33 as unknown as Library],
])('what %s takes', (version, library) => {
  it('has a row for every interface of it', () => {
    expect(Object.keys(INTERFACES)).toEqual(declared(version));
  });

  const taken = Object.entries(INTERFACES).filter((row): row is [string, Given] => typeof row[1] !== 'string');

  it.each(taken)('%s: it takes one of ours', (_name, given) => {
    let wanted: ReturnType<Given> | undefined;
    const objects = render((scope) => {
      wanted = given(library, scope);
    });
    const [kind, path = [], value] = wanted ?? [];
    expect(at(objects[`${kind} theirs`], ...path)).toEqual(value);
  });

  it('the ServiceAccount that a workload of ours runs as runs theirs too, and is bound', () => {
    const objects = render((scope) => {
      const serviceAccount = door.asPlusServiceAccount(web(scope));
      new library.Job(scope, 'theirs', { metadata, containers, serviceAccount });
      const role = new library.Role(scope, 'role', { metadata });
      role.bind(serviceAccount);
    });
    expect(at(objects['Job theirs'], ...POD, 'serviceAccountName')).toBe('web');
    const binding = Object.values(objects).find(({ kind }) => kind === 'RoleBinding');
    expect(binding?.['subjects']).toEqual([{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }]);
  });

  it('rights on its objects, by their names', () => {
    const objects = render((scope) => {
      const config = new library.ConfigMap(scope, 'config', { metadata: { name: 'config' }, data: { a: '1' } });
      web(scope).mayRead({ configmaps: [config] });
    });
    const role = Object.values(objects).find(({ kind }) => kind === 'Role');
    expect(at(role, 'rules', 0, 'resourceNames')).toEqual(['config']);
  });
});
