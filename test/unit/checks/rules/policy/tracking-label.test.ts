import { check } from '../../../../../src/checks/engine/check';
import { validArgocdAnnotation } from '../../../../../src/checks/rules/policy/valid-argocd-annotation';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../../support/environment';
import { schemasOf } from '../../../../support/schemas';

function labelled(app: string, instance: string) {
  const value = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: app, namespace: app, labels: { 'app.kubernetes.io/instance': instance } },
  };
  return renderedObject(value, { app, environment: 'test' });
}

it('3.4 a common label that names the Application of another environment is told', () => {
  const environment = eksEnvironment();
  const environments = [environment, eksEnvironment({ name: 'prod' })];
  const objects = [labelled('shop', 'prod-shop'), labelled('web', 'prod-blue')];
  const { findings } = check({ environment, objects, schemas: schemasOf(), appOwners: new Map(), environments }, [
    validArgocdAnnotation,
  ]);
  expect(findings.map(({ severity, found, object }) => [severity, found, object.name])).toEqual([
    ['warning', 'prod-shop', 'shop'],
  ]);
});

it('3.4 a common label that names another Application of the environment is refused, and no other value', () => {
  const environment = eksEnvironment();
  const objects = [labelled('shop', 'test-retail'), labelled('retail', 'test-retail'), labelled('web', 'blue')];
  const { findings } = check(
    { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] },
    [validArgocdAnnotation],
  );
  expect(findings.map(({ message }) => message)).toEqual([
    'ConfigMap shop/shop: a label says that it belongs to the Application test-retail. An Argo CD that tracks by label takes it for that Application’s: the two undo each other’s syncs, and pruning one deletes it.',
  ]);
});
