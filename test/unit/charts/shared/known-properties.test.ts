import { Chart, Testing } from 'cdk8s';
import * as door from 'cdk8s-eks';
import { Construct } from 'constructs';
import { unknownProblem, unknownProperties } from '../../../../charts/shared/known-properties';
import type { Shape } from '../../../../charts/shared/property-shape';
import { eksEnvironment } from '../../../support/environment';
import { messageOf } from '../../../support/thrown';

const probe = {
  oneOf: [
    { keys: { http: null, port: null }, required: ['http'] },
    { keys: { grpc: null, service: null }, required: ['grpc'] },
  ],
};
const shape: Shape = {
  keys: {
    replicas: null,
    readiness: probe,
    ports: { list: 'Port' },
    env: { map: { oneOf: [{ keys: { value: null }, required: ['value'] }] } },
  },
  required: [],
};
const port = { keys: { name: null, containerPort: null }, required: ['name', 'containerPort'] };
const refused = (properties: object): string =>
  unknownProperties(shape, properties, (name) => (name === 'Port' ? port : null))
    .map(unknownProblem)
    .map(({ message, fix }) => `${message}\nfix: ${fix}`)
    .join('\n');
const left = (at: string, hint: string, known: string): string =>
  `there is no property ${at}: it would be left out in silence.${hint}\nfix: use one of: ${known}.`;

describe('the property names of a construct', () => {
  it('1.3 an unknown property is refused, with what was meant', () => {
    expect(refused({ replica: 3 })).toBe(
      left('replica', ' Did you mean "replicas"?', 'replicas, readiness, ports, env'),
    );
  });

  it('1.3 an unknown property of an item of a list, and of a value of a map, is refused', () => {
    expect(
      refused({
        ports: [
          { name: 'a', containerPort: 1 },
          { name: 'b', containerprt: 2 },
        ],
      }),
    ).toBe(left('ports[1].containerprt', ' Did you mean "containerPort"?', 'name, containerPort'));
    expect(refused({ env: { ANY_KEY: { vaule: 'x' } } })).toBe(
      left('env.ANY_KEY.vaule', ' Did you mean "value"?', 'value'),
    );
  });

  it('1.3 a property of another member of a union is refused', () => {
    expect(refused({ readiness: { http: '/x', service: 'a' } })).toBe(left('readiness.service', '', 'http, port'));
  });

  it('1.3 a union none of whose members fits takes the keys of all', () => {
    expect(refused({ readiness: { htp: '/x' } })).toBe(
      left('readiness.htp', ' Did you mean "http"?', 'http, port, grpc, service'),
    );
  });

  it('instances of classes, texts and numbers are left alone', () => {
    class Probe {
      readonly other = 1;
    }
    expect(refused({ readiness: new Probe(), ports: 'x', replicas: {}, env: undefined, other: undefined })).toBe('');
  });
});

type Made = new (scope: Construct, id: string, props: object) => Construct;
/** What is generated from upstream's definitions says so by its static `manifest`. */
const isOurs = (value: unknown): value is Made =>
  typeof value === 'function' && value.prototype instanceof Construct && !('manifest' in value);
const constructs = Object.entries<unknown>(door).flatMap(([name, value]) =>
  isOurs(value) ? [[name, value] as const] : [],
);
const calls = [
  ['allowFrom', door.allowFrom],
  ['allowIngress', door.allowIngress],
  ['allowEgress', door.allowEgress],
] as const;
function chart(): Chart {
  const made = new Chart(Testing.app(), 'shop');
  door.Environment.provide(made, eksEnvironment());
  return made;
}

describe('the constructs of the package', () => {
  it('are many', () => expect(constructs.length).toBeGreaterThan(12));

  it.each(constructs)('1.3 a property that %s does not have is refused', (_name, Type) => {
    expect(messageOf(() => new Type(chart(), 'web', { nonsens: 1 }))).toMatch(
      /^shop\/web: there is no property nonsens: it would be left out in silence\.\nfix: use one of: /,
    );
  });

  it.each(calls)('1.3 a property that %s does not know is refused', (_name, allow) => {
    const call = { from: { namespace: 'a' }, to: { namespace: 'b', pod: { app: 'web' } } };
    expect(messageOf(() => allow(chart(), 'web', call as never))).toMatch(
      /^shop\/web[a-z-]*: there is no property to\.pod: it would be left out in silence\. Did you mean "pods"\?\n/,
    );
  });

  it('1.3 a property of an app, and of what an environment is provided for, is refused', () => {
    const app = { name: 'shop', owner: 'retail', namspace: 'shop', charts: () => undefined };
    expect(messageOf(() => door.defineApp(app as never))).toBe(
      'there is no property namspace: it would be left out in silence. Did you mean "namespace"?\nfix: use one of: name, owner, namespace, skip, gitops, charts.',
    );
    expect(
      messageOf(() =>
        door.Environment.provide(new Chart(Testing.app(), 'shop'), {} as never, { name: 'shop' } as never),
      ),
    ).toBe('shop: there is no property name: it would be left out in silence.\nfix: use one of: app.');
  });

  it('a class that extends one may have properties of its own, and its nested ones are judged', () => {
    class Payments extends door.ConfigFiles {}
    const make = (props: object) => new Payments(chart(), 'web', { data: { a: 'b' }, ...props } as never);
    expect(() => make({ team: 'payments' })).not.toThrow();
    expect(messageOf(() => make({ overrides: { configmap: {} } }))).toMatch(
      /there is no property overrides\.configmap: /,
    );
  });
});
