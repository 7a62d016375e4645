import { join } from 'node:path';
import { check } from '../../../../../src/checks/engine/check';
import { validArgocdCapability } from '../../../../../src/checks/rules/eks/valid-argocd-capability';
import { argocdObjects } from '../../../../../src/gitops/argocd-objects';
import { loadSchemas } from '../../../../../src/load/schemas';
import type { JsonObject } from '../../../../../src/model/json';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { ROOT } from '../../../../support/project';
import { delivered } from '../../../gitops/delivery';

const schemas = loadSchemas(join(ROOT, 'imports', 'schemas'), '1.34');
const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
const capability = delivered({ flavour: 'eks-capability', destination: { clusterArn } });

const configMaps = (app: string, namespace: string, count: number) =>
  Array.from({ length: count }, (_none, index) =>
    renderedObject(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `c-${index}`, namespace } },
      { environment: 'prod', app },
    ),
  );

function said(objects: ReturnType<typeof configMaps>, environment = capability): readonly string[] {
  const apps = [...new Set(objects.map(({ app }) => app))].map((name) => ({
    name,
    owner: 'retail',
    namespace: 'shop',
  }));
  const all = [...objects, ...argocdObjects(environment, apps)];
  const input = { environment, objects: all, schemas, appOwners: new Map(), environments: [environment] };
  return check(input, [validArgocdCapability]).findings.map(
    ({ severity, message, fix }) => `${severity} ${message} ${fix}`,
  );
}

it('3.1 says nothing of what is rendered for it', () => expect(said(configMaps('shop', 'shop', 1))).toEqual([]));

it('3.1a takes 150 objects in one Application, and warns from 135 on', () => {
  expect(said(configMaps('shop', 'shop', 134))).toEqual([]);
  expect(said(configMaps('shop', 'shop', 150))).toEqual([
    'warning Application.argoproj.io argocd/prod-shop: app shop renders 150 objects, and the EKS capability takes 150 in one Application. What a commit replaces counts until it is deleted, so the app is near to syncing no more. move some of its charts to an app of its own; see “Splitting an app” in docs/argo-cd.md.',
  ]);
  expect(
    said([...configMaps('shop', 'a', 80), ...configMaps('shop', 'b', 71), ...configMaps('other', 'a', 9)]),
  ).toEqual([
    'error Application.argoproj.io argocd/prod-shop: app shop renders 151 objects, and the EKS capability takes 150 in one Application. It does not sync the app. move what lies in namespace a (80 objects) to an app of its own; see “Splitting an app” in docs/argo-cd.md.',
  ]);
});

it('3.1a takes 150 Applications and projects in root, and warns from 135 on', () => {
  const projects = Object.keys(capability.owners).length;
  const apps = (count: number) =>
    Array.from({ length: count - projects }, (_none, index) => configMaps(`app-${1000 + index}`, 'shop', 1)).flat();
  const last = (count: number) => `Application.argoproj.io argocd/prod-app-${999 + count - projects}`;
  const way =
    'join small apps of one owner, or give some of them to an environment with a cluster and a capability of its own.';
  expect(said(apps(134))).toEqual([]);
  expect(said(apps(150))).toEqual([
    `warning ${last(150)}: it is one of 150 Applications and projects that root brings, and the EKS capability takes 150 objects in one Application. ${way}`,
  ]);
  expect(said(apps(151))).toEqual([
    `error ${last(151)}: it is one of 151 Applications and projects that root brings, and the EKS capability takes 150 objects in one Application. It does not sync root, so no app of the environment is delivered. ${way}`,
  ]);
});

it('3.1a has no such limits where Argo CD is self-managed', () =>
  expect(said(configMaps('shop', 'shop', 151), delivered())).toEqual([]));

describe('3.1 what a person writes for the capability', () => {
  const argo = (kind: string, spec: object, metadata: object = {}) =>
    renderedObject(
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind,
        metadata: { name: 'own', namespace: 'argocd', ...metadata },
        spec: spec as JsonObject,
      },
      { environment: 'prod', app: 'shop' },
    );
  const told = (object: ReturnType<typeof argo>) => {
    const input = {
      environment: capability,
      objects: [object],
      schemas,
      appOwners: new Map(),
      environments: [capability],
    };
    return check(input, [validArgocdCapability]).findings.map(({ severity, field, message }) =>
      [severity, field, message.slice(message.indexOf('argocd/own: ') + 'argocd/own: '.length)].join(' '),
    );
  };
  const application = (destination: object) => told(argo('Application', { destination }));
  const needs = 'and the EKS capability knows clusters by their ARN';
  const form = 'an ARN of a cluster is arn:aws:eks:REGION:ACCOUNT:cluster/NAME, with an account of 12 digits';

  it('3.1 a name beside a server, and an ARN that is not of a cluster, are refused', () => {
    expect(application({ server: clusterArn })).toEqual([]);
    expect(application({ name: 'in-cluster' })).toEqual([]);
    expect(application({ server: clusterArn, name: 'prod' })).toEqual([
      `error spec.destination.name its destination has the name prod and the server ${clusterArn}, and Argo CD takes one of the two. It never syncs.`,
    ]);
    for (const server of [
      'arn:aws:eks:eu-west-1:1111:cluster/prod',
      'arn:aws:iam::111122223333:role/prod',
      'arn:aws:eks:eu-west-1:111122223333:cluster/',
      'prod',
    ])
      expect(application({ server })).toEqual([
        `error spec.destination.server its destination is ${server}, ${needs}: ${form}. It never syncs.`,
      ]);
  });

  it.each(['argocd', 'argo*', '*', 'a?gocd', '{argocd,shop}', 'argoc[a-d]', '/^argocd$/', '[!b]*'])(
    '3.1 sourceNamespaces permit the one namespace by %s',
    (pattern) => expect(told(argo('AppProject', { sourceNamespaces: ['shop', pattern] }))).toEqual([]),
  );

  it.each(['!argocd', 'zzz*', 'argo', '{shop,web}', '[!a]*', '/^shop/', 'argo.d', 'argocd?'])(
    '3.1 sourceNamespaces do not permit the one namespace by %s',
    (pattern) =>
      expect(told(argo('AppProject', { sourceNamespaces: [pattern] }))).toEqual([
        `error spec.sourceNamespaces its sourceNamespaces are ${pattern}, and the EKS capability permits no Applications of a namespace that is not in the list. None of the project syncs.`,
      ]),
  );

  it('3.1 destinations of a project may be patterns, and an address is refused in one too', () => {
    const destinations = ['*', 'arn:aws:eks:*', '!arn:aws:eks:eu-west-1:1:cluster/a', clusterArn, 'https://*', 'arn:x'];
    const spec = { sourceNamespaces: ['argocd'], destinations: destinations.map((server) => ({ server })) };
    expect(told(argo('AppProject', spec))).toEqual([
      `error spec.destinations[4].server its destination is https://*, ${needs}, its own too. It never syncs.`,
      `error spec.destinations[5].server its destination is arn:x, ${needs}: ${form}. It never syncs.`,
    ]);
  });

  it('3.1 templates of an ApplicationSet, and what its generators fill in, are judged', () => {
    const template = (server: string) => ({ spec: { destination: { server } } });
    const elements = [
      { server: 'https://10.0.0.1', url: 'https://a.example.com' },
      { server: clusterArn, nested: { server: 'https://10.0.0.2' } },
    ];
    const generators = [
      { matrix: { generators: [{ list: { elements, template: template('https://kubernetes.default.svc') } }] } },
      { clusters: { values: { server: 'arn:x' } } },
    ];
    const metadata = {
      name: '{{name}}',
      namespace: 'shop',
      annotations: { 'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'shop' },
    };
    const set = (server: string) =>
      told(argo('ApplicationSet', { generators, template: { metadata, ...template(server) } }));
    const at = 'spec.generators[0].matrix.generators[0].list';
    const always = [
      `error ${at}.template.spec.destination.server its destination is https://kubernetes.default.svc, ${needs}, its own too. It never syncs.`,
      'warning spec.template.metadata.annotations["notifications.argoproj.io/subscribe.on-sync-failed.slack"] the annotation notifications.argoproj.io/subscribe.on-sync-failed.slack is for the notifications controller. That of the EKS capability brings no triggers of its own, and passes over an argocd-notifications-cm without the label that turns it on; until that is there, nobody is told anything.',
      'warning spec.template.metadata.namespace its Applications ask for namespace shop, and are made in that of the ApplicationSet; the EKS capability reads argocd alone.',
    ];
    expect(set('{{other}}').sort()).toEqual(always);
    for (const placeholder of ['{{server}}', '{{ .server }}', '{{values.server}}', '{{- .nested.server -}}'])
      expect(set(placeholder).sort()).toEqual(
        [
          ...always,
          `error ${at}.elements[0].server its destination is https://10.0.0.1, ${needs}, its own too. It never syncs.`,
          `error ${at}.elements[1].nested.server its destination is https://10.0.0.2, ${needs}, its own too. It never syncs.`,
          `error spec.generators[1].clusters.values.server its destination is arn:x, ${needs}: ${form}. It never syncs.`,
        ].sort(),
      );
  });
});
