import { validName } from '../../../../../src/checks/rules/k8s/valid-name';
import type { JsonObject } from '../../../../../src/model/json';
import { saidBy } from '../../../../support/schemas';

const said = (value: JsonObject) => saidBy(validName, [value]);
const named = (apiVersion: string, kind: string, name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, ...more },
});
const config = (more: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  ...named('v1', 'ConfigMap', 'a', { namespace: 'shop', ...metadata }),
  ...more,
});
/** Whether a name of so many characters is taken. */
const takes = (apiVersion: string, kind: string, length: number) =>
  said(named(apiVersion, kind, 'a'.repeat(length))).length === 0;

it.each([
  ['v1', 'ConfigMap', 253],
  ['v1', 'Namespace', 63],
  ['v1', 'Service', 63],
  ['apps/v1', 'StatefulSet', 52],
  ['batch/v1', 'CronJob', 52],
  ['batch/v1', 'Job', 63],
  ['example.com/v1', 'Widget', 253],
])('%s %s takes names of up to %d characters', (apiVersion, kind, max) => {
  expect([max - 1, max, max + 1].map((length) => takes(apiVersion, kind, length))).toEqual([true, true, false]);
});

it.each([
  ['v1', 'ConfigMap', 'a.b-c.d', true],
  ['v1', 'ConfigMap', 'a..b', false],
  ['v1', 'ConfigMap', '-a', false],
  ['v1', 'ConfigMap', 'a_b', false],
  ['v1', 'ConfigMap', 'Web', false],
  ['v1', 'ConfigMap', 'wéb', false],
  ['v1', 'Service', '1web', false],
  ['v1', 'Service', 'web.shop', false],
  ['v1', 'Namespace', '1shop', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:aggregate-to-Admin', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'a/b', false],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', '..', false],
])('%s %s %j: %p', (apiVersion, kind, name, good) => {
  expect(said(named(apiVersion, kind, name)).length === 0).toBe(good);
});

it('says what is wanted of a name', () => {
  expect(said(named('v1', 'Service', '1web', { namespace: 'shop' }))).toEqual([
    'metadata.name: Service shop/1web: the server refuses the name "1web" (4 characters); it wants a letter first, then lower-case letters, digits and inner hyphens, at most 63. fix: rename it.',
  ]);
});

it('wants a name, and not one that the server makes up', () => {
  expect(said({ apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'a-' } })).toEqual([
    'metadata.name: Pod without a name: `metadata.name` is missing, so nothing in Git says which object of the cluster it is. fix: set `metadata.name`.',
  ]);
});

it('leaves a name that is no text to the schema', () => {
  expect(said({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 1, labels: { a: 1 } } })).toEqual([]);
});

it('wants a namespace that can exist', () => {
  expect(said(named('v1', 'ConfigMap', 'a', { namespace: 'shop.eu' }))).toEqual([
    'metadata.namespace: ConfigMap shop.eu/a: no Namespace can be called "shop.eu"; a name is lower-case letters, digits and inner hyphens, at most 63. fix: name a Namespace that can exist.',
  ]);
});

it.each([
  ['a', 'b', true],
  ['a', '', true],
  ['a', 'v1.0_x-Y', true],
  ['a', 'a b', false],
  ['a', '-b', false],
  ['a', 'x'.repeat(63), true],
  ['a', 'x'.repeat(64), false],
  ['x'.repeat(63), 'b', true],
  ['x'.repeat(64), 'b', false],
  ['app.kubernetes.io/name', 'b', true],
  [`${'x'.repeat(253)}/a`, 'b', true],
  [`${'x'.repeat(254)}/a`, 'b', false],
  ['App.example.com/name', 'b', false],
  ['a..b/c', 'b', false],
  ['a/b/c', 'b', false],
  ['/b', 'b', false],
  ['a/', 'b', false],
])('label %s=%s: %p', (key, value, good) => {
  expect(said(config({}, { labels: { [key]: value } })).length === 0).toBe(good);
});

it('looks at the labels of templates, where the server looks too', () => {
  const job = {
    ...named('batch/v1', 'CronJob', 'a', { namespace: 'shop' }),
    spec: { jobTemplate: { spec: { template: { metadata: { labels: { team: 'a b' } } } } } },
  };
  expect(said(job)).toEqual([
    'spec.jobTemplate.spec.template.metadata.labels.team: CronJob shop/a: the server refuses the label team=a b. fix: shorten or respell it; free text belongs in an annotation.',
  ]);
});

it('takes capitals before the slash of an annotation, as the server does', () => {
  expect(said(config({}, { annotations: { 'Example.com/Note': 'any text: at all' } }))).toEqual([]);
  expect(said(config({}, { annotations: { 'bad key': 'x' } }))).toEqual([
    'metadata.annotations["bad key"]: ConfigMap shop/a: the server refuses the annotation key "bad key". fix: use an optional DNS name, a slash, and at most 63 letters, digits, - _ and dots.',
  ]);
});

it('counts the bytes of all annotations together, not their characters', () => {
  const bytes = 262_144 - 'ab'.length;
  const notes = (text: string) => config({}, { annotations: { a: text.slice(0, 1000), b: text.slice(1000) } });
  expect(said(notes('x'.repeat(bytes)))).toEqual([]);
  expect(said(notes(`${'x'.repeat(bytes - 1)}é`))).toEqual([
    'metadata.annotations: ConfigMap shop/a: the keys and values of all annotations are 262145 bytes; the server refuses more than 262144. fix: move the text into a ConfigMap.',
  ]);
});

it.each([
  ['app.conf', true],
  ['_a-B.1', true],
  ['x'.repeat(253), true],
  ['x'.repeat(254), false],
  ['a/b', false],
  ['a b', false],
  ['', false],
  ['.', false],
  ['..', false],
  ['..data', false],
  ['.hidden', true],
])('data key %j: %p', (key, good) => {
  expect(said(config({ data: { [key]: 'x' } })).length === 0).toBe(good);
});

it('says which key cannot be a file', () => {
  expect(said(config({ data: { 'conf/app.ini': 'x' } }))).toEqual([
    'data["conf/app.ini"]: ConfigMap shop/a: the server refuses the key "conf/app.ini", because no mounted file can be called that. fix: rename the key here and where it is read.',
  ]);
});

it('counts the bytes of data, decoded where they are base64', () => {
  const mebibyte = 1_048_576;
  expect(said(config({ data: { a: 'x'.repeat(mebibyte) } }))).toEqual([]);
  expect(said(config({ data: { a: `${'x'.repeat(mebibyte - 1)}é` } }))).toEqual([
    'data: ConfigMap shop/a: the values are 1048577 bytes; the server refuses more than 1048576. fix: split it, or put the file into the image or a volume.',
  ]);
  const encoded = Buffer.alloc(mebibyte).toString('base64');
  expect(said(config({ binaryData: { a: encoded } }))).toEqual([]);
  expect(said(config({ binaryData: { a: encoded }, data: { b: '!' } }))).toHaveLength(1);
});
