import { NlbService } from 'cdk8s-eks';
import { nlbKey } from '../../../../src/knowledge/aws/nlb-annotation';
import { NLB_ANNOTATIONS, NLB_FAMILIES } from '../../../../src/knowledge/aws/nlb-annotations';
import { NLB_LISTENER } from '../../../../src/knowledge/aws/nlb-listener';
import { NLB_SETTINGS } from '../../../../src/knowledge/aws/nlb-settings';
import { settingEntries } from '../../../../src/knowledge/aws/setting-row';
import { mapAt } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';
import { ARN, GROUP, HEALTH, LISTENERS, LOGS, type Sample, SETTINGS, TLS } from './nlb-samples';

type Case = readonly [property: string, sample: Sample<unknown>, propsOf: (value: unknown) => object];

function casesOf(samples: Readonly<Record<string, Sample<unknown>>>, inner?: 'healthCheck' | 'tls' | 'accessLogs') {
  return Object.entries(samples).map(([name, sample]): Case => {
    if (inner === undefined) return [name, sample, (value) => ({ [name]: value })];
    return [`${inner}.${name}`, sample, (value) => ({ [inner]: { ...sample.beside?.[inner], [name]: value } })];
  });
}

const FORWARD: Case = [
  'listeners.*.forward',
  {
    value: { weight: 90, targets: [{ backend: { service: 'next', port: 80 }, weight: 10 }] },
    texts: {
      'actions.TCP-80':
        '{"type":"forward","forwardConfig":{"baseServiceWeight":90,"targetGroups":[{"serviceName":"next","servicePort":80,"weight":10}]}}',
    },
    wrong: { weight: 1000, targets: [] },
  },
  (forward) => ({ listeners: { http: { forward } } }),
];

const CASES: readonly Case[] = [
  ...casesOf(SETTINGS),
  ...casesOf(HEALTH, 'healthCheck'),
  ...casesOf(TLS, 'tls'),
  ...casesOf(LOGS, 'accessLogs'),
  ...Object.entries(LISTENERS).map(
    ([name, sample]): Case => [`listeners.*.${name}`, sample, (value) => ({ listeners: { http: { [name]: value } } })],
  ),
  FORWARD,
];

const backend = {
  name: 'web',
  selector: { app: 'web' },
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'quic', containerPort: 8443, protocol: 'UDP' as const },
  ],
};
const environment = eksEnvironment({ certificates: [{ arn: ARN, domains: ['web.test.example.com'] }] });

function serviceOf(props: object, where = environment) {
  return render((scope) => new NlbService(scope, 'web', { backend, ...props }), where)['Service web'];
}

const ENTRIES = [
  ...settingEntries(NLB_SETTINGS),
  ...settingEntries(NLB_LISTENER).map((entry) => ({ ...entry, property: `listeners.*.${entry.property}` })),
];

describe('the properties of NlbService', () => {
  it.each(CASES)('%s stands in the annotations that its row names', (property, { value, texts, beside }, propsOf) => {
    const prefixed = Object.entries(texts).map(([key, text]) => [nlbKey(key), text]);
    expect(mapAt(serviceOf({ ...beside, ...propsOf(value) }), 'metadata', 'annotations')).toMatchObject(
      Object.fromEntries(prefixed),
    );
    const keys = ENTRIES.filter((entry) => entry.property === property).map(({ annotation }) => annotation.key);
    const written = Object.keys(texts).map((key) => keys.find((known) => known === key || key.startsWith(known)));
    expect(written).toEqual(keys);
  });

  it.each(CASES.filter(([, { wrong }]) => wrong !== undefined))(
    '%s refuses what the controller would',
    (_property, { wrong, beside }, propsOf) => {
      expect(messageOf(() => serviceOf({ ...beside, ...propsOf(wrong) }))).toContain('test › shop › shop/web: ');
    },
  );

  it('write spec.loadBalancerSourceRanges, which overrides the annotation', () => {
    const service = serviceOf({ sourceRanges: ['10.0.0.0/8'] });
    expect(service).toMatchObject({ spec: { loadBalancerSourceRanges: ['10.0.0.0/8'] } });
    expect(messageOf(() => serviceOf({ sourceRanges: ['10.0.0.1/8'] }))).toContain('sourceRanges is ["10.0.0.1/8"]');
  });

  it('have a sample each', () => {
    const sampled = [...CASES.map(([property]) => property), 'sourceRanges'];
    expect([...new Set(ENTRIES.map(({ property }) => property))].sort()).toEqual(sampled.sort());
  });
});

describe('the 48 annotations of a Network Load Balancer', () => {
  const rows = [...NLB_ANNOTATIONS, NLB_FAMILIES.listenerAttributes, NLB_FAMILIES.action];
  const written = new Set(ENTRIES.map(({ annotation }) => annotation.key));

  it('are all that the controller’s release 3.5 reads', () => expect(rows).toHaveLength(48));

  it.each(rows.map((row) => [row.key, row] as const))('%s has a property, or says what to use', (key, { instead }) => {
    const properties = ENTRIES.map(({ property }) => property.split('.')[0]);
    if (!written.has(key) || instead !== undefined) {
      const named = instead?.split(/[,:]/)[0];
      expect(named === 'nothing' || properties.includes(named)).toBe(true);
    }
  });
});

describe('the class of the load balancer', () => {
  it('is the controller’s, or Auto Mode’s where the environment has it', () => {
    const auto = eksEnvironment({ compute: { ...environment.compute, autoMode: true } });
    expect(serviceOf({})).toMatchObject({ spec: { loadBalancerClass: 'service.k8s.aws/nlb' } });
    expect(serviceOf({}, auto)).toMatchObject({ spec: { loadBalancerClass: 'eks.amazonaws.com/nlb' } });
  });

  it('has proxy protocol as an attribute under Auto Mode, which does not read the annotation', () => {
    const auto = eksEnvironment({ compute: { ...environment.compute, autoMode: true } });
    expect(mapAt(serviceOf({ proxyProtocol: true }, auto), 'metadata', 'annotations')).toEqual({
      [nlbKey('scheme')]: 'internal',
      [nlbKey('nlb-target-type')]: 'ip',
      [nlbKey(GROUP)]: 'proxy_protocol_v2.enabled=true',
    });
  });
});
