import { join } from 'node:path';
import { check } from '../../../../../src/checks/engine/check';
import { validArgocdCapability } from '../../../../../src/checks/rules/eks/valid-argocd-capability';
import { argocdObjects } from '../../../../../src/gitops/argocd-objects';
import { loadSchemas } from '../../../../../src/load/schemas';
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
