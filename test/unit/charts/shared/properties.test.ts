import { App, Chart } from 'cdk8s';
import * as door from 'cdk8s-eks';
import { Cpu, EnvValue, Job, Probe } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { problemsWith } from '../../../../charts/shared/properties';
import { SHAPES } from '../../../../charts/shared/shapes';
import { wrongWords } from '../../../../charts/shared/value-words';
import { eksEnvironment } from '../../../support/environment';
import { messageOf } from '../../../support/thrown';

const construct = { node: { path: 'shop/web', tryGetContext: () => undefined } };
const judged = (properties: object) =>
  problemsWith(construct, 'WebService', { image: 'a', ...properties }).error().message;
const left = (at: string, hint: string, fix: string): string =>
  `shop/web: there is no property ${at}: it would be left out in silence.${hint}\nfix: ${fix}`;

describe('the properties of a construct', () => {
  it('1.3 readyness and replica are refused, with what was meant', () => {
    expect(judged({ readyness: { http: '/x' }, replica: 3 })).toBe(
      [
        left('readyness', ' Did you mean "readiness"?', 'write readiness, or leave it out.'),
        left('replica', ' Did you mean "replicas"?', 'write replicas, or leave it out.'),
      ].join('\n\n'),
    );
  });

  it('1.3 an unknown property of an item of a list, and of a value of a map, is refused', () => {
    const ports = [
      { name: 'a', containerPort: 1 },
      { name: 'b', containerPort: 2, protcol: 'TCP' },
    ];
    expect(judged({ ports, env: { ANY_KEY: { vaule: 'x' } } })).toBe(
      [
        left('ports[1].protcol', ' Did you mean "protocol"?', 'write protocol, or leave it out.'),
        left('env.ANY_KEY.vaule', ' Did you mean "value"?', 'write value, or leave it out.'),
      ].join('\n\n'),
    );
  });

  it('1.3 a property of another member of a union is refused', () => {
    const known =
      'initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold, terminationGracePeriodSeconds';
    expect(judged({ readiness: { http: '/x', service: 'a' } })).toBe(
      left('readiness.service', '', `leave it out, or use one of: ${known}, http, port, scheme, headers.`),
    );
  });

  it('1.3 a symbol as key is refused, at any depth, and in a map of the user’s keys', () => {
    const key = Symbol('team');
    const given = { [key]: 1, readiness: { http: '/x', [key]: 1 }, env: { [key]: 'x' }, podLabels: { [key]: 'x' } };
    expect(judged(given)).toBe(
      ['the map of properties', 'readiness', 'env', 'podLabels']
        .map(
          (at) =>
            `shop/web: ${at} has the key Symbol(team), which is not a text and would be left out.\nfix: use a text as key.`,
        )
        .join('\n\n'),
    );
  });

  it('1.3 a property that Object.prototype has is as unknown as any other', () => {
    const known: object = JSON.parse(SHAPES.WebServiceProps).keys;
    const fix = `leave it out, or use one of: ${Object.keys(known).join(', ')}.`;
    expect(judged(JSON.parse('{"toString":1,"__proto__":2}'))).toBe(
      [left('toString', '', fix), left('__proto__', '', fix)].join('\n\n'),
    );
  });

  it('what is missing ends it at once, since what follows would read it', () => {
    expect(messageOf(() => problemsWith(construct, 'WebService', { ports: [{ name: 'http' }] }))).toBe(
      'shop/web: ports[0].containerPort is missing: nothing can be made without it.\nfix: give ports[0].containerPort.\n\n' +
        'shop/web: image is missing: nothing can be made without it.\nfix: give image.',
    );
  });

  it('what is not of the kind that its property takes ends it at once, each by its path', () => {
    const given = {
      command: 'run me',
      args: ['--port', 8080],
      tolerations: {},
      podLabels: { tier: 1, on: true },
      readiness: { http: 8080 },
      resources: { cpu: 1, memory: '1Gi' },
      replicas: [2],
      service: null,
    };
    expect(
      messageOf(() => judged(given))
        .split('\n')
        .filter((line) => line.startsWith('shop/web')),
    ).toEqual([
      'shop/web: command is the text "run me", and takes a list: nothing can be made of it.',
      'shop/web: args[1] is the number 8080, and takes text: nothing can be made of it.',
      'shop/web: tolerations is an object, and takes a list: nothing can be made of it.',
      'shop/web: podLabels.tier is the number 1, and takes text: nothing can be made of it.',
      'shop/web: podLabels.on is true, and takes text: nothing can be made of it.',
      'shop/web: readiness.http is the number 8080, and takes text: nothing can be made of it.',
      'shop/web: resources.cpu is the number 1, and takes text or an object: nothing can be made of it.',
      'shop/web: replicas is a list, and takes text or a number: nothing can be made of it.',
      'shop/web: service is null, and takes an object: nothing can be made of it.',
    ]);
  });

  it('1.3 a word outside a closed list ends it at once, with the nearest word, and what else may be given', () => {
    const given = {
      replicas: 'extern',
      runOn: { capacity: 'Spot', architecture: 'arm' },
      ports: [{ name: 'a', containerPort: 1, protocol: 'tpc' }],
    };
    expect(messageOf(() => judged(given)).split('\n\n')).toEqual([
      'shop/web: replicas does not take "extern": nothing can be made of it. Did you mean "external"?\nfix: write external, or give a number.',
      'shop/web: runOn.capacity does not take "Spot": nothing can be made of it. Did you mean "spot"?\nfix: use one of spot, on-demand.',
      'shop/web: runOn.architecture does not take "arm": nothing can be made of it.\nfix: use one of amd64, arm64.',
      'shop/web: ports[0].protocol does not take "tpc": nothing can be made of it. Did you mean "TCP"?\nfix: use one of TCP, UDP, SCTP.',
    ]);
  });

  it.each([
    ['a list', ['PSOT', 'Sync'], '[0]'],
    ['a map', { a: 'PSOT' }, '.a'],
  ])('1.3 the words of the items of %s are read too', (_what, value, at) => {
    const [wrong] = wrongWords({ items: ['PostSync', 'Sync'] }, 'lo:s', value, () => 'when');
    expect(wrong).toEqual({
      message: `when${at} does not take "PSOT": nothing can be made of it.`,
      fix: 'use one of PostSync, Sync.',
    });
  });

  it.each([
    [
      'values of cdk8s-plus',
      { readiness: Probe.fromHttpGet('/x'), resources: { cpu: Cpu.millis(100), memory: '1Gi' } },
    ],
    ['a variable of cdk8s-plus', { env: { A: EnvValue.fromValue('x') } }],
    ['what is undefined', { replica: undefined, replicas: undefined, readiness: undefined, sidecars: undefined }],
    [
      'keys that a user chooses',
      { podLabels: { replica: 'x' }, nodeSelector: { 'a.b/c': 'd' }, env: { replica: '3' } },
    ],
    ['a patch', { overrides: { deployment: { spec: { anything: { at: 'all' } } } } }],
    ['what is not a map where one is meant', { resources: 'small', autoscaling: false, disruptionBudget: true }],
  ])('%s is left alone', (_what, properties) => {
    expect(judged(properties)).toBe('');
  });
});

describe('what the package exports', () => {
  /** A function of a construct alone, such as `asPlusClaim`, takes no properties. */
  const taking = Object.entries(door).filter(
    ([name]) => name in SHAPES && SHAPES[name as keyof typeof SHAPES] !== '{"instance":true}',
  );

  /** Those that take no map of properties of their own. */
  const OTHERS = [
    'cpuOf',
    'durationOf',
    'fargateSize',
    'fromConfigMap',
    'fromSecret',
    'inNamespace',
    'override',
    'propertiesOf',
    'publicScheme',
    'quantityOf',
    'releaseFlag',
    'releasedImage',
    'silence',
    'sizeOf',
  ];

  it('1.3 has a row for the properties of every construct and function that takes some', () => {
    const callable = Object.keys(door).filter((name) => typeof (door as Record<string, unknown>)[name] === 'function');
    const without = callable.filter((name) => !(name in SHAPES));
    // What extends the two bases has properties of its own.
    const bases = ['ServedWorkload', 'Workload'];
    expect(without.sort()).toEqual(['IrsaServiceAccount', ...bases, ...OTHERS, 'storageClassFor']);
    expect(taking.length).toBeGreaterThan(15);
  });

  it.each(taking)('1.3 %s refuses a property that it does not have, before it reads another', (name, taker) => {
    const chart = new Chart(new App(), 'shop');
    if (name !== 'Environment') door.Environment.provide(chart, eksEnvironment());
    const properties = { zzz: 1 };
    const said = messageOf(() => called(taker, chart, properties));
    expect(said).toMatch(
      /^[\w/-]+: there is no property zzz: it would be left out in silence\.\nfix: leave it out, or use one of: /,
    );
  });
});

it('a class that extends a construct may have properties of its own, and what lies below the others is judged', () => {
  class Payments extends door.ConfigFiles {}
  const make = (properties: object) => {
    const chart = new Chart(new App(), 'shop');
    door.Environment.provide(chart, eksEnvironment());
    return new Payments(chart, 'web', { data: { a: 'b' }, ...properties } as never);
  };
  expect(make({ team: 'payments' }).name).toMatch(/^web-/);
  expect(messageOf(() => make({ overrides: { configmap: {} } }))).toBe(
    'shop/web: there is no property overrides.configmap: it would be left out in silence. Did you mean "configMap"?\nfix: write configMap, or leave it out.',
  );
});

type Call = (...args: readonly unknown[]) => unknown;

function called(taker: unknown, chart: Chart, properties: object): unknown {
  if (taker === door.defineApp) return (taker as Call)(properties);
  if (taker === door.hardened) return (taker as Call)(new Job(chart, 'x'), properties);
  if (taker === door.Environment) return (door.Environment.provide as Call)(chart, eksEnvironment(), properties);
  // A value that apps share: what is wrong with it is told where a member is made.
  if (taker === door.AlbGroup) return Reflect.construct(door.AlbGroup, [properties]).member(chart, 'x');
  const isConstruct = typeof taker === 'function' && taker.prototype instanceof Construct;
  return isConstruct
    ? Reflect.construct(taker as never, [chart, 'x', properties])
    : (taker as Call)(chart, 'x', properties);
}
