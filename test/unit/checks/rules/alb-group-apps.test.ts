import { check } from '../../../../src/checks/engine/check';
import { validAlbGroup } from '../../../../src/checks/rules/eks/valid-alb-group';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const environment = eksEnvironment();

/** An Ingress of the group that both apps share. */
const member = (app: string, scheme: string) => {
  const prefix = 'alb.ingress.kubernetes.io/';
  const service = { name: app, port: { number: 80 } };
  const paths = [{ path: `/${app}`, pathType: 'Prefix', backend: { service } }];
  return renderedObject(
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'door',
        namespace: app,
        annotations: { [`${prefix}group.name`]: 'front', [`${prefix}scheme`]: scheme },
      },
      spec: { ingressClassName: 'alb', rules: [{ http: { paths } }] },
    },
    { environment: environment.name, app, source: () => ({ file: `apps/${app}.ts`, line: 9, column: 5 }) },
  );
};

const saidOf = (...objects: readonly ReturnType<typeof member>[]) => {
  const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
  return check(input, [validAlbGroup]).findings.map(({ app, message }) => [app, message]);
};

const contradicts = (app: string, [mine, theirs]: readonly [string, string], other: string) =>
  `Ingress ${app}/door: the annotation scheme is "${mine}" here, and "${theirs}" in Ingress ${other}/door of app ${other}, which stands at apps/${other}.ts:9:5. Both are of group "front", which has one load balancer: the controller stops there for all of its Ingresses, and no change of any of them is made.`;

it('names the other app and its place to each of two apps that want one load balancer to be both', () => {
  expect(saidOf(member('books', 'internal'), member('music', 'internet-facing'))).toEqual([
    ['books', contradicts('books', ['internal', 'internet-facing'], 'music')],
    ['music', contradicts('music', ['internet-facing', 'internal'], 'books')],
  ]);
});

it('is silent where both say the same', () => {
  expect(saidOf(member('books', 'internal'), member('music', 'internal'))).toEqual([]);
});
