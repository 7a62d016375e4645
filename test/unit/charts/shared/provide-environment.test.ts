import { App, Chart, Testing } from 'cdk8s';
import { AlbIngress, Environment, releasedImage, StatefulService, TenantNamespace, WebService } from 'cdk8s-eks';
import { environmentFrom, loadEnvironment } from 'cdk8s-eks/environments';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

const web = (scope: Chart) => new WebService(scope, 'web', { image: 'example.com/web:1', port: 8080 });

/** Some of each domain: what reads the environment, the namespace and the app. */
function charts(scope: Chart): void {
  new AlbIngress(scope, 'ingress', { name: 'web', host: 'shop', scheme: 'internal', backend: web(scope) });
  new StatefulService(scope, 'db', { image: 'example.com/db:1', ports: [{ name: 'sql', containerPort: 5432 }] });
}

describe('a construct in a cdk8s App of one’s own', () => {
  it('9.2 says how to provide an environment where nobody did', () => {
    expect(messageOf(() => web(new Chart(Testing.app(), 'shop')))).toBe(
      'shop/web: this construct belongs to no environment.\nfix: create it inside charts() of defineApp(); in a cdk8s App of your own or a test, call Environment.provide(chart, environment) first, with an environment that loadEnvironment() of cdk8s-eks/environments reads.',
    );
  });

  it('9.2 says how to name the app where an environment is provided to a whole App', () => {
    const app = new App();
    Environment.provide(app, eksEnvironment());
    expect(messageOf(() => web(new Chart(app, 'shop')))).toBe(
      "shop/web: this construct belongs to no app.\nfix: create it inside charts() of defineApp(); in a cdk8s App of your own or a test, name one: Environment.provide(scope, environment, { app: 'shop' }).",
    );
  });

  it('9.2 renders what an app of defineApp renders, but for the labels of its chart', () => {
    const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
    const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop', labels });
    Environment.provide(chart, eksEnvironment());
    charts(chart);
    expect(Testing.synth(chart)).toEqual(Object.values(render(charts)));
  });

  it('9.2 has an environment for each chart, or one for the App', () => {
    const app = new App();
    const replicas = [eksEnvironment(), kubernetesEnvironment({ minReplicas: 5 })].map((environment) => {
      const chart = new Chart(app, environment.name, { namespace: 'shop' });
      Environment.provide(chart, environment, { app: 'shop' });
      return web(chart).deployment.toJson().spec.replicas;
    });
    expect(replicas).toEqual([2, 5]);
    const whole = new App();
    Environment.provide(whole, eksEnvironment(), { app: 'shop' });
    expect(web(new Chart(whole, 'any')).deployment.toJson().spec.selector.matchLabels).toEqual({
      'app.kubernetes.io/name': 'web',
      'app.kubernetes.io/part-of': 'shop',
    });
  });

  it('9.2 reads images of the release of the app that is named', () => {
    const chart = new Chart(Testing.app(), 'game');
    Environment.provide(chart, loadEnvironment('prod'), { app: 'game-2048' });
    expect(releasedImage(chart, 'game')).toBe('public.ecr.aws/l6m2t8p7/docker-2048:latest');
  });

  it('9.2 is refused in the same words as elsewhere', () => {
    const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
    Environment.provide(chart, eksEnvironment());
    const quota = { cpu: 'eight', memory: '32Gi', pods: 40, storage: '200Gi' } as const;
    // @ts-expect-error the compiler says it first
    expect(messageOf(() => new TenantNamespace(chart, 'shop', { quota }))).toContain('quota.cpu is "eight"');
  });
});

const PLAIN = {
  platform: 'kubernetes',
  tier: 'development',
  kubernetesVersion: '1.34',
  clusterName: 'kind',
  domain: 'localtest.example.com',
  ingressClassName: 'nginx',
  storageClasses: { block: 'standard', shared: 'standard' },
} as const;

describe('an environment from settings in the code', () => {
  it('9.2 is completed as the file is', () => {
    const environment = environmentFrom(PLAIN, 'laptop');
    const { name, minReplicas, policyLevel, release } = environment;
    expect([name, minReplicas, policyLevel, release]).toEqual(['laptop', 1, 'restricted', { apps: {} }]);
    expect(Object.isFrozen(environment.release.apps)).toBe(true);
  });

  it('9.2 is refused with all that is wrong', () => {
    const settings = { ...PLAIN, kubernetesVersion: '1.2', domian: 'example.com' } as never;
    expect(messageOf(() => environmentFrom(settings, 'My laptop'))).toBe(
      [
        '"My laptop" cannot be an environment’s name, which names a folder of the output: only lower-case letters, digits and inner hyphens fit.\nfix: give another name.',
        'domian: found the key `domian`, which is unknown here.\nfix: write `domain`.',
        'kubernetesVersion: found "1.2"; wanted a supported version, "1.28" to "1.37", in quotes.\nfix: correct `kubernetesVersion`.',
      ].join('\n\n'),
    );
  });

  it.each([null, undefined, 'dev', 5, [], () => PLAIN])('9.2 is refused where it is not a map: %j', (settings) =>
    expect(messageOf(() => environmentFrom(settings as never))).toBe(
      'the settings are not a map.\nfix: give an object with the keys of environment.yaml.',
    ),
  );

  it('9.2 is refused where it holds itself', () => {
    const values: Record<string, unknown> = {};
    values['again'] = values;
    expect(messageOf(() => environmentFrom({ ...PLAIN, values } as never))).toBe(
      'the settings are nested deeper than 64 levels.\nfix: flatten it; no value may hold itself.',
    );
  });

  it('9.2 is refused with a parent, which nobody would read', () => {
    expect(messageOf(() => environmentFrom({ ...PLAIN, extends: 'eks.yaml' } as never))).toBe(
      'extends: settings in the code have no file that they could extend, so the key would do nothing.\nfix: lay the maps over each other in the code, or read the folder with loadEnvironment().',
    );
  });

  it('9.2 is refused under a name that the project does not have', () => {
    expect(messageOf(() => loadEnvironment('prd'))).toBe(
      'there is no environment "prd" under environments/. Did you mean "prod"?',
    );
  });
});
