import { AlbIngress, defineApp, WebService } from 'cdk8s-eks';
import { check } from '../../../../src/checks/engine/check';
import { validRolloutTraffic } from '../../../../src/checks/rules/k8s/valid-rollout-traffic';
import { renderApp } from '../../../../src/render/render-app';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

/** What is said of a blue-green release, behind a path alone or behind one with conditions. */
function said(path: object): readonly string[] {
  const environment = eksEnvironment();
  const app = defineApp({
    name: 'shop',
    owner: 'retail',
    namespace: 'shop',
    charts: (chart) => {
      const web = new WebService(chart, 'web', {
        image: 'example.com/web:1',
        port: 8080,
        rollout: { blueGreen: { autoPromotionEnabled: false } },
      });
      new AlbIngress(chart, 'edge', { scheme: 'internal', host: 'shop', paths: [{ backend: web, ...path }] });
    },
  });
  const schemas = schemasOf();
  const objects = renderApp(app, environment, { scopes: schemas.scopes });
  const input = {
    environment,
    objects,
    schemas,
    appOwners: new Map([['shop', 'retail']]),
    environments: [environment],
  };
  return check({ ...input, committed: [] }, [validRolloutTraffic]).findings.map(({ found, severity, message }) =>
    [severity, found, message.includes('may fail with 503')].join(' '),
  );
}

it('warns of a blue-green release behind an AlbIngress', () => {
  expect(said({})).toEqual(['warning web true']);
});

it('warns of it behind an action that the Ingress writes for a path with conditions', () => {
  expect(said({ conditions: { methods: ['GET'] } })).toEqual(['warning web true']);
});
