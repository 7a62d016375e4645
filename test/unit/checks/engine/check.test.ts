import { check } from '../../../../src/checks/engine/check';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const environment = eksEnvironment();

function objectOf(app: string, kind: string, name: string, spec: object, apiVersion = 'v1') {
  const value = { apiVersion, kind, metadata: { name, namespace: 'shop' }, spec: { ...spec } };
  return renderedObject(value, { environment: environment.name, app });
}

const template = (image: string) => ({
  selector: { matchLabels: { app: 'web' } },
  template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image }] } },
});

describe('check', () => {
  const objects = [
    objectOf('shop', 'Deployment', 'web', template(' web'), 'apps/v1'),
    objectOf('other', 'Deployment', 'web-2', template(' web'), 'apps/v1'),
    objectOf('shop', 'Service', 'web', { selector: { app: 'web' }, ports: [] }),
    objectOf('other', 'Service', 'web-2', { selector: { app: 'web' }, ports: [] }),
  ];
  const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };

  it('says of the judged apps what it says of them in a run of all', () => {
    const all = check(input);
    const some = check({ ...input, judgedApps: new Set(['shop']) });
    expect(some.objects).toBe(2);
    expect(some.findings).toEqual(all.findings.filter(({ app }) => app === 'shop'));
    expect(some.findings.map(({ rule, object }) => `${rule} ${object.kind} ${object.name}`)).toEqual(
      expect.arrayContaining(['k8s/valid-container Deployment web', 'k8s/valid-service Service web']),
    );
  });

  it('says the same the second time', () => {
    expect(check(input)).toEqual(check(input));
  });
});
