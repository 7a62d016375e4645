import { check } from '../../../../src/checks/engine/check';
import { banForeignValue } from '../../../../src/checks/rules/eks/ban-foreign-value';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const HERE = eksEnvironment({ name: 'prod', accountId: '444455556666', domain: 'prod.example.com' });
const NETWORK = {
  vpcId: 'vpc-0d3d3d3d3d3d3',
  cidrs: ['10.16.0.0/16', '2A05:D018:1::/56'],
  securityGroups: { clients: 'sg-0d3d3d3d3d3d3' },
};
const DEV = eksEnvironment({
  name: 'dev',
  accountId: '111122223333',
  domain: 'dev.example.com',
  clusterName: 'dev-cluster',
  network: { ...HERE.network, ...NETWORK },
});

function said(object: JsonObject, others = [DEV], environment = HERE): readonly string[] {
  const input = {
    environment,
    objects: [renderedObject(object, { environment: 'prod', app: 'shop' })],
    schemas: schemasOf(),
    appOwners: new Map<string, string>(),
    environments: [...others, environment],
  };
  return check(input, [banForeignValue]).findings.map(({ severity, field, message, fix }) =>
    [severity, field, message.replace(/^.*?: /, ''), fix].join(' | '),
  );
}

const metadata = { name: 'web', namespace: 'shop' };
const FIX = 'take the value from Environment.of(scope), so that each environment gets its own';

function config(fields: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, ...fields };
}

describe('7.11 a value of another environment', () => {
  it.each([
    ['logs-111122223333-eu-west-1', '111122223333, the account'],
    ['s3://logs-111122223333/x', '111122223333, the account'],
    ['arn:aws:s3:::logs-111122223333-eu-west-1', '111122223333, the account'],
    ['flow-logs-vpc-0d3d3d3d3d3d3-all', 'vpc-0d3d3d3d3d3d3, the VPC'],
    ['sg-0d3d3d3d3d3d3', 'sg-0d3d3d3d3d3d3, the security group'],
    ['https://API.DEV.EXAMPLE.COM/', 'dev.example.com, the domain'],
  ])('7.11 is found in %s', (text, found) => {
    expect(said(config({ data: { a: text } }))).toEqual([
      `error | data.a | it holds ${found} of environment dev. | ${FIX}.`,
    ]);
  });

  it.each([
    ['of a longer number', 'logs-1111222233334'],
    ['of another host', 'https://not-dev.example.com'],
    ['of another cluster', 'my-dev-cluster-2'],
    ['of a UUID', '12345678-1234-1234-1234-111122223333'],
    ['of a name in capitals', 'DEV-CLUSTER'],
    ['of another block', '110.16.0.0/16, 10.16.0.0/160'],
  ])('7.11 is not seen in a part %s', (_of, text) => {
    expect(said(config({ data: { a: text } }))).toEqual([]);
  });

  it('7.11 is found in keys, but not in what says who defined a key', () => {
    expect(said(config({ data: { 'logs-111122223333': 'a' } }))).toEqual([
      `error | data.logs-111122223333 | its key holds 111122223333, the account of environment dev. | ${FIX}.`,
    ]);
    expect(said(config({ metadata: { ...metadata, labels: { 'dev.example.com/team': 'a' } } }))).toEqual([]);
  });

  it('7.11 is found in base64 that holds text', () => {
    const encode = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64');
    const holding = 'decoded, it holds dev.example.com, the domain of environment dev.';
    const text = encode('host: db.dev.example.com');
    expect(said(config({ binaryData: { a: text } }))).toEqual([`error | binaryData.a | ${holding} | ${FIX}.`]);
    expect(said({ apiVersion: 'v1', kind: 'Secret', metadata, data: { a: text } })).toEqual([
      `error | data.a | ${holding} | ${FIX}.`,
    ]);
    const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from('dev.example.com')]);
    expect(said(config({ binaryData: { a: encode(bytes), b: 'dev' } }))).toEqual([]);
  });

  it('7.11 is a warning where it is a block of addresses, and nothing where that is kept out', () => {
    const what = (block: string) => `it holds ${block}, the VPC block of environment dev.`;
    const fix = `${FIX}; where both networks are joined on purpose, silence the rule here.`;
    expect(said(config({ data: { a: '10.16.0.0/16', b: '2a05:d018:1::/56' } }))).toEqual([
      `warning | data.a | ${what('10.16.0.0/16')} | ${fix}`,
      `warning | data.b | ${what('2a05:d018:1::/56')} | ${fix}`,
    ]);
    const policy = (ipBlock: JsonObject) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: { podSelector: {}, ingress: [{ from: [{ ipBlock }] }] },
    });
    expect(said(policy({ cidr: '10.16.0.0/16' }))).toHaveLength(1);
    expect(said(policy({ cidr: '10.0.0.0/8', except: ['10.16.0.0/16'] }))).toEqual([]);
  });

  it('7.11 is not a domain that the environment’s own is part of', () => {
    const above = eksEnvironment({ ...DEV, domain: 'example.com' });
    expect(said(config({ data: { a: 'api.prod.example.com' } }), [above])).toEqual([]);
  });
});

describe('the account of a registry that the environment lists', () => {
  const host = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
  const listing = eksEnvironment({ ...HERE, network: { ...HERE.network, imageRegistries: [host] } });
  const saidOf = (text: string, environment = listing) => said(config({ data: { text } }), [DEV], environment);

  it('is left alone in the host of that registry', () => {
    expect(saidOf(`${host}/shop/web:1.2`, HERE)).toHaveLength(1);
    expect(saidOf(`${host}/shop/web:1.2`)).toEqual([]);
  });

  it('is told everywhere else', () => {
    expect(saidOf('arn:aws:s3:::logs-111122223333')).toHaveLength(1);
    expect(saidOf(`${host}/shop/web:1.2 of 111122223333`)).toHaveLength(1);
    expect(saidOf('111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/web:1.2')).toHaveLength(1);
  });
});
