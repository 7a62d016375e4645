import { AwsIdentity, fromSecret, SecretProviderClass, WebService } from 'cdk8s-eks';
import { parse } from 'yaml';
import { at, textAt } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const volume = {
  name: 'api-secrets',
  csi: {
    driver: 'secrets-store.csi.k8s.io',
    readOnly: true,
    volumeAttributes: { secretProviderClass: 'api-secrets' },
  },
};

function make(environment: TestEnvironment = eksEnvironment(), ownMount = false) {
  return render((chart) => {
    const serviceAccount = new AwsIdentity(chart, 'api', { iamRole: 'carts' });
    const secrets = new SecretProviderClass(chart, 'api-secrets', {
      objects: [
        { name: 'shop/db', fields: { password: 'db-password', 'user-name': 'db-user' }, versionLabel: 'AWSPREVIOUS' },
        { name: '/shop/flags', type: 'ssmparameter', alias: 'flags', filePermission: '0440' },
      ],
      secrets: { 'api-db': { keys: { password: 'db-password' } } },
      readBy: serviceAccount,
      overrides: { secretProviderClass: { spec: { parameters: { preferredAddressType: 'ipv6' } } } },
    });
    const db = secrets.secret('api-db');
    new WebService(chart, 'web', {
      image: 'example.com/web:1.0',
      port: 8080,
      serviceAccount,
      env: { PASSWORD: fromSecret(db, 'password') },
      sidecars: [{ name: 'proxy', image: 'example.com/proxy:1.0', envFrom: [db] }],
      ...(ownMount ? { mounts: [{ path: '/secrets', volume: secrets.volume() }] } : {}),
    });
  }, environment);
}

const podOf = (objects: ReturnType<typeof make>) => at(objects['Deployment web'], 'spec', 'template', 'spec');

describe('SecretProviderClass', () => {
  it('names what the provider mounts as YAML in a text', () => {
    const spec = at(make()['SecretProviderClass api-secrets'], 'spec');
    expect(at(spec, 'provider')).toBe('aws');
    expect(at(spec, 'secretObjects')).toEqual([
      { secretName: 'api-db', type: 'Opaque', data: [{ key: 'password', objectName: 'db-password' }] },
    ]);
    expect(at(spec, 'parameters')).toEqual({
      region: 'eu-west-1',
      preferredAddressType: 'ipv6',
      objects: expect.any(String),
    });
    expect(parse(textAt(spec, 'parameters', 'objects') ?? '')).toEqual([
      {
        objectName: 'shop/db',
        objectType: 'secretsmanager',
        objectVersionLabel: 'AWSPREVIOUS',
        jmesPath: [
          { path: 'password', objectAlias: 'db-password' },
          { path: '"user-name"', objectAlias: 'db-user' },
        ],
      },
      { objectName: '/shop/flags', objectType: 'ssmparameter', objectAlias: 'flags', filePermission: '0440' },
    ]);
  });

  it('reads by Pod Identity where its Pods have that', () => {
    const environment = eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: { carts: 'carts' } } });
    const parameters = at(make(environment)['SecretProviderClass api-secrets'], 'spec', 'parameters');
    expect(at(parameters, 'usePodIdentity')).toBe('true');
  });

  it('is mounted by every container that reads a Secret of it, so that the Secret is there', () => {
    const pod = podOf(make());
    const mounted = [{ name: 'api-secrets', mountPath: '/mnt/secrets-store/api-secrets', readOnly: true }];
    expect(at(pod, 'containers', 0, 'volumeMounts')).toEqual(mounted);
    expect(at(pod, 'initContainers', 0, 'volumeMounts')).toEqual(mounted);
    expect(at(pod, 'volumes')).toEqual([volume]);
  });

  it('is mounted once where the container says where', () => {
    const pod = podOf(make(eksEnvironment(), true));
    expect(at(pod, 'containers', 0, 'volumeMounts')).toEqual([{ name: 'api-secrets', mountPath: '/secrets' }]);
    expect(at(pod, 'volumes')).toEqual([volume]);
  });

  it('makes and mounts nothing on a plain cluster', () => {
    const objects = make(kubernetesEnvironment());
    expect(objects['SecretProviderClass api-secrets']).toBeUndefined();
    expect(at(podOf(objects), 'volumes')).toBeUndefined();
  });
});
