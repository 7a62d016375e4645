import { ApiObject, Size } from 'cdk8s';
import { AlbIngress, fromSecret, TeamRbac, WebService } from 'cdk8s-eks';
import * as plus from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import type { JsonObject } from '../../../../src/model/json';
import { render } from '../../../support/render';

const text = (object: JsonObject | undefined) => JSON.stringify(object);
const image = 'example.com/web:1';

describe('cdk8s-plus in one chart with ours', () => {
  it('its ServiceAccount runs our Pods, and ours nothing else', () => {
    const objects = render((scope) => {
      const account = new plus.ServiceAccount(scope, 'account', { metadata: { name: 'runner' } });
      new WebService(scope, 'web', { image, port: 8080, serviceAccount: account });
    });
    expect(Object.keys(objects)).not.toContain('ServiceAccount web');
    expect(text(objects['Deployment web'])).toContain('"serviceAccountName":"runner"');
  });

  it('its ConfigMap, Secret and EnvValue become variables', () => {
    const objects = render((scope) => {
      const config = new plus.ConfigMap(scope, 'config', { metadata: { name: 'settings' }, data: { a: '1' } });
      const secret = plus.Secret.fromSecretName(scope, 'secret', 'db');
      new WebService(scope, 'web', {
        image,
        port: 8080,
        env: {
          // @ts-expect-error cdk8s-plus is compiled without exactOptionalPropertyTypes: its own classes do not fit its interfaces.
          A: plus.EnvValue.fromConfigMap(config, 'a'),
          B: plus.EnvValue.fromValue('b'),
          C: plus.EnvValue.fromSecretValue({ secret, key: 'c' }),
          D: fromSecret(secret, 'd'),
        },
        envFrom: [config],
      });
    });
    expect(text(objects['Deployment web'])).toContain(
      '"env":[{"name":"A","valueFrom":{"configMapKeyRef":{"key":"a","name":"settings"}}},{"name":"B","value":"b"},{"name":"C","valueFrom":{"secretKeyRef":{"key":"c","name":"db"}}},{"name":"D","valueFrom":{"secretKeyRef":{"key":"d","name":"db"}}}],"envFrom":[{"configMapRef":{"name":"settings"}}]',
    );
  });

  it('its Cpu, cdk8s’s Size and its Probe describe our containers', () => {
    const objects = render((scope) => {
      new WebService(scope, 'web', {
        image,
        port: 8080,
        resources: { cpu: plus.Cpu.millis(300), memory: Size.mebibytes(256) },
        readiness: plus.Probe.fromHttpGet('/ready'),
        liveness: plus.Probe.fromCommand(['true']),
      });
    });
    const deployment = text(objects['Deployment web']);
    expect(deployment).toContain('"requests":{"cpu":"300m","memory":"256Mi"}');
    expect(deployment).toContain('"httpGet":{"path":"/ready","port":8080,"scheme":"HTTP"}');
    expect(deployment).toContain('"livenessProbe":{"exec":{"command":["true"]}');
  });

  it('its Service is a backend of our Ingress', () => {
    const objects = render((scope) => {
      const service = new plus.Service(scope, 'service', {
        metadata: { name: 'plain' },
        ports: [{ port: 8080 }],
        selector: plus.Pods.select(scope, 'pods', { labels: { a: 'b' } }),
      });
      new AlbIngress(scope, 'ingress', { scheme: 'internal', backend: service });
    });
    expect(text(objects['Ingress ingress'])).toContain('"backend":{"service":{"name":"plain","port":{"number":8080}}}');
  });

  it('our Service is a backend of its Ingress', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', { image, port: 8080 });
      const ingress = new plus.Ingress(scope, 'ingress', { metadata: { name: 'plain' } });
      ingress.addRule('/', plus.IngressBackend.fromService(web.asPlusService()));
    });
    expect(text(objects['Ingress plain'])).toContain('"service":{"name":"web","port":{"number":80}}');
  });

  it('its Role is bound to our ServiceAccount, and our rights to its ServiceAccount', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', { image, port: 8080 });
      const role = new plus.Role(scope, 'role', { metadata: { name: 'reader', namespace: 'shop' } });
      role.allowRead(plus.ApiResource.CONFIG_MAPS);
      // @ts-expect-error cdk8s-plus is compiled without exactOptionalPropertyTypes: its own classes do not fit its interfaces.
      const binding = new plus.RoleBinding(scope, 'binding', { metadata: { name: 'reader', namespace: 'shop' }, role });
      binding.addSubjects(web.asSubject());
      const account = new plus.ServiceAccount(scope, 'account', { metadata: { name: 'runner', namespace: 'shop' } });
      new TeamRbac(scope, 'team', {
        subjects: [account],
        namespaced: { namespace: 'shop', grants: [{ resources: ['pods'], verbs: ['get'] }] },
      });
    });
    expect(text(objects['RoleBinding reader'])).toContain(
      '"subjects":[{"kind":"ServiceAccount","name":"web","namespace":"shop"}]',
    );
    expect(text(objects['RoleBinding team'])).toContain(
      '"subjects":[{"kind":"ServiceAccount","name":"runner","namespace":"shop"}]',
    );
  });

  it('its NetworkPolicy selects our Pods', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', { image, port: 8080 });
      new plus.NetworkPolicy(scope, 'policy', { metadata: { name: 'isolated' }, selector: web.asPodSelector() });
    });
    expect(text(objects['NetworkPolicy isolated'])).toContain(
      '"podSelector":{"matchLabels":{"app.kubernetes.io/name":"web","app.kubernetes.io/part-of":"shop"}}',
    );
  });

  it('a plain cdk8s object, and a construct of another cdk8s-plus, render beside ours', () => {
    const objects = render((scope) => {
      new ApiObject(scope, 'plain', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'plain' },
        data: { a: '1' },
      });
      const config = new plus33.ConfigMap(scope, 'newer', { metadata: { name: 'newer' }, data: { b: '2' } });
      new WebService(scope, 'web', {
        image,
        port: 8080,
        envFrom: [config],
        readiness: plus33.Probe.fromTcpSocket(),
        resources: { cpu: plus33.Cpu.units(1), memory: '64Mi' },
      });
    });
    expect(objects['ConfigMap newer']?.['data']).toEqual({ b: '2' });
    expect(objects['ConfigMap plain']?.['data']).toEqual({ a: '1' });
    expect(text(objects['Deployment web'])).toContain('"envFrom":[{"configMapRef":{"name":"newer"}}]');
    expect(text(objects['Deployment web'])).toContain('"tcpSocket":{"port":8080}');
  });
});
