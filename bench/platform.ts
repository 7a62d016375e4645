import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Objects of one service: ServiceAccount, Deployment, Service, Ingress, HorizontalPodAutoscaler, ConfigMap. */
export const OBJECTS_PER_SERVICE = 6;
/** Services of one app: 300 objects, as many as a large team has. */
const SERVICES_PER_APP = 50;
/** Objects of one environment before another is added: 400 services are a large cluster, and a fleet has clusters. */
export const OBJECTS_PER_ENVIRONMENT = 2_400;

/** How a number of objects is spread. */
export interface Shape {
  readonly objects: number;
  readonly environments: readonly string[];
  /** Name of each app with the number of its services; the same in every environment. */
  readonly apps: readonly { readonly name: string; readonly services: number }[];
}

/** About `objects` objects, in as many environments as they need. */
export function shapeOf(objects: number, perEnvironment = OBJECTS_PER_ENVIRONMENT): Shape {
  const count = Math.max(1, Math.ceil(objects / perEnvironment));
  const environments = Array.from({ length: count }, (_, index) => `env-${two(index + 1)}`);
  const services = Math.max(1, Math.round(objects / count / OBJECTS_PER_SERVICE));
  const apps = Array.from({ length: Math.ceil(services / SERVICES_PER_APP) }, (_, index) => ({
    name: `app-${two(index + 1)}`,
    services: Math.min(SERVICES_PER_APP, services - index * SERVICES_PER_APP),
  }));
  return { objects: count * services * OBJECTS_PER_SERVICE, environments, apps };
}

/** Writes a project of this tool: environments, apps made of the package's own constructs, and the package by name. */
export function writePlatform(folder: string, packageRoot: string, shape: Shape): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('environments/defaults.yaml', defaults(shape));
  for (const [index, name] of shape.environments.entries())
    write(`environments/${name}/environment.yaml`, environment(index + 1, name));
  write('platform/services.ts', SERVICES);
  write('apps/ingress.ts', INGRESS);
  for (const { name, services } of shape.apps) write(`apps/${name}.ts`, app(name, services));
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(packageRoot, join(folder, 'node_modules', 'cdk8s-eks'));
  for (const name of ['cdk8s', 'constructs', 'cdk8s-plus-28'])
    symlinkSync(join(packageRoot, 'node_modules', name), join(folder, 'node_modules', name));
}

function two(index: number): string {
  return String(index).padStart(2, '0');
}

function defaults({ apps }: Shape): string {
  return `policyLevel: restricted
sizes:
  small: { cpu: 100m, memory: 128Mi }
owners:
  platform: { platform: true, namespaces: [kube-system], clusterKinds: [IngressClass, IngressClassParams.elbv2.k8s.aws] }
  bench:
    namespaces: [${apps.map(({ name }) => name).join(', ')}]
    clusterKinds: [Namespace]
`;
}

function environment(index: number, name: string): string {
  const id = two(index);
  const subnet = (kind: string, zone: string) => `subnet-0d3d3d${id}3d3d3${kind}${zone}`;
  const zones = (kind: string) =>
    ['a', 'b'].map((zone) => `{ id: ${subnet(kind, zone)}, availabilityZone: eu-west-1${zone} }`).join(', ');
  return `platform: eks
clusterName: ${name}
region: eu-west-1
accountId: "1111222233${id}"
tier: ${index === 1 ? 'development' : 'staging'}
kubernetesVersion: "1.35"
domain: ${name}.example.com
minReplicas: 2
compute: { managedNodeGroups: [{ name: general, instanceTypes: [m7i.large] }] }
network:
  vpcId: vpc-0d3d3d${id}3d3d3
  cidrs: [10.${index}.0.0/16]
  subnets: { public: [${zones('a')}], private: [${zones('b')}] }
certificates:
  - { arn: "arn:aws:acm:eu-west-1:1111222233${id}:certificate/d0d0d0d0-1111-2222-3333-4444444444${id}", domains: ["*.${name}.example.com"] }
identity: { mode: irsa }
gitops:
  repoURL: https://git.example.com/platform/fleet.git
  branch: main
  pathPrefix: dist
  namespace: argocd
  version: "3.2"
  destination: { name: ${name} }
`;
}

function app(name: string, services: number): string {
  return `import { AppNamespace, defineApp } from 'cdk8s-eks';
import { service } from '../platform/services';

export default defineApp({
  name: '${name}',
  owner: 'bench',
  namespace: '${name}',
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: '${name}' });
    for (let index = 0; index < ${services}; index++) service(scope, \`service-\${index}\`);
  },
});
`;
}

const INGRESS = `import { AlbIngressClass, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'ingress',
  owner: 'platform',
  charts(scope) {
    new AlbIngressClass(scope, 'alb');
  },
});
`;

const SERVICES = `import { AlbIngress, ConfigFiles, WebService } from 'cdk8s-eks';
import type { Chart } from 'cdk8s';

export function service(scope: Chart, name: string) {
  const config = new ConfigFiles(scope, \`\${name}-config\`, {
    hash: false,
    data: { LOG_LEVEL: 'info', GREETING: \`hello from \${name}\`, CACHE_SECONDS: '300', FEATURE_FLAGS: 'search,cart' },
  });
  const web = new WebService(scope, name, {
    image: 'ghcr.io/stefanprodan/podinfo:6.14.1',
    port: 9898,
    user: { uid: 100, gid: 101 },
    envFrom: [config],
    readiness: { http: '/readyz' },
    disruptionBudget: false,
    autoscaling: { maxReplicas: 6 },
  });
  new AlbIngress(scope, \`\${name}-ingress\`, { name, host: name, scheme: 'internal', backend: web });
}
`;
