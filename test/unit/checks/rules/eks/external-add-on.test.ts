import { check } from '../../../../../src/checks/engine/check';
import { noDuplicateAddOn } from '../../../../../src/checks/rules/eks/no-duplicate-add-on';
import { ADD_ON_NAMES, controllerOf } from '../../../../../src/knowledge/aws/addons/catalogue';
import type { ExternalObject } from '../../../../../src/model/environment';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../../support/environment';
import { schemasOf } from '../../../../support/schemas';

const application = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'metrics-server', namespace: 'argocd' },
  spec: {
    source: { repoURL: 'https://kubernetes-sigs.github.io/metrics-server/', chart: 'metrics-server' },
    destination: { namespace: 'kube-system' },
  },
};

function told(...external: readonly ExternalObject[]) {
  const environment = eksEnvironment({ external });
  const objects = [renderedObject(application, { environment: 'test', app: 'ops' })];
  const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [] };
  return check(input, [noDuplicateAddOn]).findings.map(({ severity, message, fix }) => ({ severity, message, fix }));
}

describe('an add-on that an app installs', () => {
  it('is installed twice where the settings say that somebody else does', () => {
    expect(told({ group: 'apps', kind: 'Deployment', namespace: 'kube-system', name: 'metrics-server' })).toEqual([
      {
        severity: 'warning',
        message:
          'Application.argoproj.io argocd/metrics-server: it installs metrics-server, and the settings list Deployment kube-system/metrics-server under `external`, by which somebody else installs it: where both do, the two undo each other.',
        fix: 'install it in one way: remove the line from `external` in environment.yaml, also where it names what is installed here, or remove what installs it here.',
      },
    ]);
  });

  it('may have a ServiceAccount there, or share it with objects of another name', () => {
    expect(told({ group: '', kind: 'ServiceAccount', namespace: 'kube-system', name: 'metrics-server' })).toEqual([]);
    expect(told({ group: 'apps', kind: 'Deployment', namespace: 'kube-system', name: 'other' })).toEqual([]);
  });

  it.each(ADD_ON_NAMES)('%s has names by which `external` knows it', (name) => {
    expect(controllerOf(name).names.length).toBeGreaterThan(0);
  });
});
