import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFrom } from 'cdk8s-eks/environments';
import { parse } from 'yaml';
import type { EnvironmentSettings } from '../../../../src/model/environment-settings';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../src/model/json';
import { newProject } from '../../../../src/run/commands/init';
import { explainedYaml, withoutAlternatives } from '../../../../src/run/init/explained-yaml';
import { DEFAULTS, EKS, EXAMPLES } from '../../../../src/run/init/settings';
import { ROOT } from '../../../support/project';

/** What is laid over what; of two lists of maps, item by item. */
function over(below: JsonValue | undefined, above: JsonValue | undefined): JsonValue {
  if (Array.isArray(below) && Array.isArray(above) && isJsonObject(above[0]))
    return below.map((item, index) => (index < above.length ? over(item, above[index]) : item));
  if (!isJsonObject(below) || !isJsonObject(above)) return above ?? below ?? null;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, over(below[key], above[key])]));
}

/** Every key of the EKS settings that has words of its own, as the page of settings lists them. */
function keysOnThePage(): readonly string[] {
  const page = readFileSync(join(ROOT, 'docs', 'settings.md'), 'utf8');
  const [all = '', plain = ''] = (page.split('## release.yaml')[0] ?? '').split('## A plain Kubernetes cluster');
  expect(plain).not.toBe('');
  return [...all.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

describe('the environment of a new project', () => {
  const files = newProject('platform', ROOT);
  const text = files['environments/dev/environment.yaml'] ?? '';

  it('9.1 explains every key that the schema has', () => {
    const keys = keysOnThePage();
    expect(keys.length).toBeGreaterThan(80);
    const shown = new Set([...text.matchAll(/^[\s#]*(?:- )?(\w+):/gm)].map((match) => match[1]));
    expect(keys.filter((key) => !shown.has(key.split('.').at(-1)))).toEqual([]);
    const lines = text.split('\n');
    const about = (key: string) => lines[lines.findIndex((line) => line.trim().startsWith(key)) - 1]?.trim();
    expect([about('accountId:'), about('#partition:'), about('- name: general')]).toEqual([
      '# Twelve digits, in quotes: a number loses leading zeros.',
      '# AWS partition of the account; ARNs begin with it. One of: aws, aws-cn, aws-us-gov.',
      '# Name of the node group.',
    ]);
  });

  it('9.1 shows values that are right', () => {
    const { extends: _parent, gitops, ...examples } = EXAMPLES;
    const { destination: _others, ...delivery } = isJsonObject(gitops) ? gitops : {};
    const settings = [withoutAlternatives({ ...examples, gitops: delivery }), EKS].reduce<JsonValue>(
      over,
      DEFAULTS,
    ) as EnvironmentSettings;
    expect(environmentFrom(settings)).toMatchObject({ identity: { iamRoles: { orders: 'shop/orders' } } });
    const destinations = Object.entries(isJsonObject(gitops) ? (gitops['destination'] as JsonObject) : {});
    expect(destinations.map(([name]) => name)).toEqual(['server', 'clusterArn']);
    for (const [name, value] of destinations) {
      const [own] = [EKS['gitops']].filter(isJsonObject);
      const flavour = name === 'clusterArn' ? 'eks-capability' : 'self-managed';
      const changed = { ...own, flavour, destination: { [name]: value } };
      const other = { ...DEFAULTS, ...EKS, gitops: changed } as EnvironmentSettings;
      expect(environmentFrom(other).gitops?.destination).toEqual({ [name]: value });
    }
  });

  it('shows one of two keys that exclude each other, and the other behind # inside', () => {
    expect(text).toContain('#    - iamRole: admins\n');
    expect(text).toContain('#      #iamUser: ann\n');
    expect(text).not.toMatch(/^# {6}(iamUser|maxUnavailablePercentage):/m);
  });

  it('is read as what it was made from', () => {
    expect(parse(text)).toEqual(EKS);
    expect(parse(files['environments/defaults.yaml'] ?? '')).toEqual(DEFAULTS);
  });

  it.each(['cdk8s-eks', 'cdk8s', 'jest', 'typescript'])('9.1 is not called what npm installs into it: %s', (name) =>
    expect(JSON.parse(newProject(name, ROOT)['package.json'] ?? '').name).toBe('platform'),
  );

  it('has no line that an editor would wrap', () => {
    const long = Object.entries(files).flatMap(([path, whole]) =>
      whole.split('\n').flatMap((line) => (line.length > 125 ? [`${path}: ${line}`] : [])),
    );
    expect(long).toEqual([]);
  });
});

describe('settings as YAML with the words of their schema', () => {
  it('refuse to leave a key unexplained', () => {
    const schema = { properties: { a: { description: 'What it is.' } } };
    expect(explainedYaml(schema, {})).toBe('\n');
    expect(() => explainedYaml(schema, {}, {})).toThrow('there is no example of a');
  });

  it('quote what YAML would read as something else', () => {
    const settings = { a: '1.30', b: 'no', c: 'a: b', d: ['x, y', 'z'], e: { f: '#g', h: 'i-j' } };
    const properties = Object.fromEntries(Object.keys(settings).map((key) => [key, {}]));
    expect(parse(explainedYaml({ properties }, settings))).toEqual(settings);
  });
});
