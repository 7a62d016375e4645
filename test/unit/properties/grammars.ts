import fc from 'fast-check';
import { hostProblem } from '../../../charts/alb/hosts';
import { cidrProblem } from '../../../charts/network-policy/cidr';
import { rulePorts } from '../../../charts/network-policy/network-peer';
import { Problems } from '../../../charts/shared/problems';
import { envVars } from '../../../charts/workload/env';
import { imageProblems } from '../../../charts/workload/image';
import { judgeContainerPorts } from '../../../charts/workload/ports';
import { judgeTimes } from '../../../charts/workload/schedule';
import { check } from '../../../src/checks/engine/check';
import type { Rule } from '../../../src/checks/engine/rule';
import { banCutAmount } from '../../../src/checks/rules/k8s/ban-cut-amount';
import { validContainer } from '../../../src/checks/rules/k8s/valid-container';
import { validCronJob } from '../../../src/checks/rules/k8s/valid-cron-job';
import { validIngress } from '../../../src/checks/rules/k8s/valid-ingress';
import { validNetworkPolicy } from '../../../src/checks/rules/k8s/valid-network-policy';
import { validResources } from '../../../src/checks/rules/k8s/valid-resources';
import { validSchema } from '../../../src/checks/rules/k8s/valid-schema';
import { validVariable } from '../../../src/checks/rules/k8s/valid-variable';
import { timeZones } from '../../../src/grammar/time-zone';
import type { JsonObject } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';
import { eksEnvironment } from '../../support/environment';
import { nearMisses } from '../../support/near-misses';
import { schemasOf } from '../../support/schemas';

/** One kind of text: how it is made, who judges it before rendering, and the field in which rules judge it. */
export interface Grammar {
  readonly texts: fc.Arbitrary<string>;
  readonly construct: (text: string, problems: Problems) => void;
  readonly rules: readonly Rule[];
  readonly object: (text: string) => { readonly apiVersion: string; readonly kind: string; readonly spec: JsonObject };
  /** How the path of the judged field begins. */
  readonly field: string;
  readonly kubernetesVersion?: string;
}

const pod = (container: JsonObject) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  spec: { containers: [{ name: 'web', image: 'example.com/web:1', ...container }] },
});
const cronJob = (spec: JsonObject) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  spec: {
    schedule: '@daily',
    jobTemplate: { spec: { template: { spec: { ...pod({}).spec, restartPolicy: 'Never' } } } },
    ...spec,
  },
});
const policy = (rule: JsonObject) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  spec: { podSelector: {}, ingress: [rule] },
});
const ingress = (host: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  spec: { rules: [{ host }] },
});

const digits = (min: number, max: number) => fc.integer({ min, max }).map(String);
const word = fc.stringMatching(/^[a-z]([-a-z0-9]{0,9}[a-z0-9])?$/);
const domain = fc.array(word, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
const address = fc.array(digits(0, 255), { minLength: 4, maxLength: 4 }).map((octets) => octets.join('.'));
const address6 = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 }), fc.constantFrom('', '1', '192.0.2.1'))
  .map(([groups, end]) => `${groups.map((group) => group.toString(16)).join(':')}::${end}`);

function cronField(min: number, max: number): fc.Arbitrary<string> {
  const number = digits(min, max);
  const range = fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)].join('-'));
  return fc.oneof(number, range, fc.constantFrom('*', '?', '*/15', '1,,2', '*-5', `${min}/3`, '+1'));
}
const fields = [cronField(0, 59), cronField(0, 23), cronField(1, 31), cronField(1, 12), cronField(0, 6)] as const;
const schedules = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(...fields).map((all) => all.join(' ')) },
  fc.constantFrom('@daily', '@hourly', '@every 1h', '@every 1h30m', '0 3 * jan-MAR sun'),
);

const zones = fc.constantFrom('Local', 'PST', 'us/pacific', ...timeZones());

export const GRAMMARS = {
  schedule: {
    texts: nearMisses(schedules, '0159*/-,+? @TZhms'),
    construct: (schedule, problems) => judgeTimes({ schedule }, problems),
    rules: [validCronJob],
    object: (schedule) => cronJob({ schedule }),
    field: 'spec.schedule',
  },
  'time zone': {
    // A wrong one is compared with each right one, for "did you mean": a few of them are enough.
    texts: fc.oneof({ weight: 19, arbitrary: zones }, { weight: 1, arbitrary: nearMisses(zones, 'abAB/_-+05 .') }),
    construct: (timeZone, problems) => judgeTimes({ schedule: '@daily', timeZone }, problems),
    rules: [validCronJob],
    object: (timeZone) => cronJob({ timeZone }),
    field: 'spec.timeZone',
  },
  'block of addresses': {
    texts: nearMisses(
      fc
        .tuple(fc.oneof(address, address6), fc.constantFrom('0', '8', '08', '24', '32', '33', '64', '128'))
        .map(([ip, prefix]) => `${ip}/${prefix}`),
      '0159af:./ %',
    ),
    construct: cidrProblem,
    rules: [validNetworkPolicy, validSchema],
    object: (cidr) => policy({ from: [{ ipBlock: { cidr } }] }),
    field: 'spec.ingress[0].from[0].ipBlock.cidr',
  },
  host: {
    texts: nearMisses(
      fc.oneof(
        domain,
        domain.map((name) => `*.${name}`),
        address,
      ),
      'az09-._*:A',
    ),
    construct: hostProblem,
    rules: [validIngress],
    object: ingress,
    field: 'spec.rules[0].host',
  },
  'port of a policy': {
    texts: nearMisses(fc.oneof(word, digits(0, 70_000), fc.constantFrom('http', 'a-1', '8080-tcp')), 'az09-A_'),
    construct: (port, problems) => rulePorts([port], problems),
    rules: [validNetworkPolicy, validSchema],
    object: (port) => policy({ ports: [{ port }] }),
    field: 'spec.ingress[0].ports[0].port',
  },
  'name of a container port': {
    // An empty name stands for none in an object.
    texts: nearMisses(fc.oneof(word, fc.constantFrom('http', 'a-1', '8080-tcp')), 'az09-A_'),
    construct: (name, problems) => judgeContainerPorts([{ name, containerPort: 80 }], problems),
    rules: [validSchema],
    object: (name) => pod({ ports: [{ name, containerPort: 80 }] }),
    field: 'spec.containers[0].ports[0].name',
  },
  image: {
    texts: nearMisses(
      fc
        .tuple(
          fc.constantFrom('', 'example.com/', 'localhost:5000/', 'Registry/', '[fe80::1]:80/'),
          fc.array(fc.constantFrom('nginx', 'a__b', 'c-d.e', 'ab'.repeat(32)), { minLength: 1, maxLength: 3 }),
          fc.constantFrom('', ':1.0', `@sha256:${'0'.repeat(64)}`, `:1@sha512:${'a'.repeat(128)}`),
        )
        .map(([registry, parts, suffix]) => `${registry}${parts.join('/')}${suffix}`),
      'azAZ09./:@_- ',
    ),
    construct: (image, problems) => imageProblems('web', image, problems),
    rules: [validContainer],
    object: (image) => pod({ image }),
    field: 'spec.containers[0].image',
  },
  quantity: {
    texts: nearMisses(
      fc
        .tuple(
          fc.oneof(digits(0, 9999), fc.constantFrom('.5', '5.', '1.5', '+1')),
          fc.constantFrom('', 'm', 'Mi', 'Gi', 'k', 'E', 'e3'),
        )
        .map(([number, unit]) => number + unit),
      '0159.+-eEimkKMG ',
    ),
    construct: (text, problems) => problems.quantity('memory', text),
    rules: [validSchema, validResources, banCutAmount],
    object: (memory) => pod({ resources: { limits: { memory } } }),
    field: 'spec.containers[0].resources.limits.memory',
  },
  'variable since 1.32': variables('1.32'),
  'variable before 1.32': variables('1.31'),
} satisfies Readonly<Record<string, Grammar>>;

function variables(kubernetesVersion: string): Grammar {
  return {
    texts: nearMisses(fc.oneof(word, fc.constantFrom('A_B', '.x', '..', '_', '1a')), 'aA0_-.=: ~\té').filter(
      (text) => text !== '__proto__',
    ),
    construct: (name, problems) => envVars({ [name]: '' }, kubernetesVersion, problems),
    rules: [validVariable],
    object: (name) => pod({ env: [{ name, value: '' }] }),
    field: 'spec.containers[0].env[0].name',
    kubernetesVersion,
  };
}

class Counted extends Problems {
  count = 0;

  override add(): void {
    this.count += 1;
  }
}

/** Whether the construct refuses each text. */
export function refusedBefore({ construct }: Grammar, texts: readonly string[]): readonly boolean[] {
  return texts.map((text) => {
    const problems = new Counted({ node: { path: 'shop/web', tryGetContext: () => undefined } });
    construct(text, problems);
    return problems.count > 0;
  });
}

/** Whether the rule, or the schema, says something of the field in which each text stands. */
export function reportedAfter(
  { rules, object, field, kubernetesVersion }: Grammar,
  texts: readonly string[],
): readonly boolean[] {
  const environment = eksEnvironment({ ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }) });
  const objects = texts.map((text, index) => {
    const value = { ...object(text), metadata: { name: `text-${index}`, namespace: 'shop' } };
    return renderedObject(value, { environment: environment.name, app: 'shop' });
  });
  const schemas = schemasOf(kubernetesVersion);
  const input = { environment, objects, schemas, appOwners: new Map(), environments: [environment] };
  const findings = check(input, rules).findings.filter((one) => one.field.startsWith(field));
  const reported = new Set(findings.map((one) => one.object.name));
  return objects.map(({ name }) => reported.has(name));
}
