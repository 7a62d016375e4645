import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadManifests } from '../../../src/load/manifests';
import { CONTESTED, HEAD, READ_ALIKE } from '../../support/contested-yaml';

const NOT_ALIKE = 'the file is not YAML that every reader takes the same way: ';

describe('6.3 YAML that kubectl reads in its own way', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-contested-'));
    writeFileSync(join(root, 'good.yaml'), HEAD);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** What is read of the file, and why something is not, beside a good one. */
  const read = (text: string, name = 'a.yaml') => {
    writeFileSync(join(root, name), text);
    const { objects, unread } = loadManifests(root, { environment: 'dev', root });
    return {
      values: objects.flatMap(({ source, value }) => (source()?.file === name ? [value] : [])),
      why: unread.map(({ message }) => message.replace(NOT_ALIKE, '')),
    };
  };

  it.each(CONTESTED)('6.3 is told, and not read: %j', (yaml, why) => expect(read(HEAD + yaml).why).toEqual([why]));

  it.each(READ_ALIKE)('6.3 is read where both read it alike: %j', (yaml, data) => {
    const { values, why } = read(HEAD + yaml);
    expect([values[0]?.['data'], why]).toEqual([data, []]);
  });

  it('6.3 is of version 1.1, whatever it says', () => {
    expect(read(`%YAML 1.2\n---\n${HEAD}`).why).toEqual(['kubectl cannot read the directive %YAML 1.2; leave it out']);
    const tagged = `%TAG ! tag:example.com,2000:\n---\n${HEAD}`;
    expect(read(tagged).why).toEqual(['kubectl cannot read the directive %TAG; leave it out']);
  });

  const ONE_TEXT = 'two keys of the map are one text to Kubernetes, and readers differ in which counts; leave one out';
  // Which of the two counts is chance in Go, so that kubectl cannot be asked.
  it.each([
    ['data: { true: a, "true": b }\n', ONE_TEXT],
    ['data: { 1: a, "1": b }\n', ONE_TEXT],
    ['data: { "": a, "": b }\n', 'Map keys must be unique'],
    ['x: &x k\ndata: { k: a, *x : b }\n', 'Map keys must be unique'],
  ])('6.3 has no key twice, in whatever form: %j', (yaml, why) => expect(read(HEAD + yaml).why).toEqual([why]));

  it('6.3 may have the mark of its encoding before each document', () =>
    expect(read(`\ufeff${HEAD}---\n\ufeff${HEAD}`)).toMatchObject({
      values: [{ kind: 'ConfigMap' }, { kind: 'ConfigMap' }],
      why: [],
    }));

  it('6.3 what looks like a template is told once, with what to do', () => {
    const text =
      '{{- if .Values.web }}\nkind: A\nmetadata:\n  name: {{ .Release.Name }}\n  {{- toYaml . }}\n{{- end }}\n';
    expect(read(text).why).toEqual([
      'this looks like a template; render it first (`helm template`), or quote what is a text',
    ]);
  });

  it('6.3 whatever has `items` is a list, as to kubectl: its items have the kind of the list where they say none', () => {
    const items = '[{ metadata: { name: a } }, { apiVersion: v1, kind: Secret }, { kind: List, items: [] }]';
    expect(read(`apiVersion: v1\nkind: ConfigMapList\nitems: ${items}\n`).values).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'Secret' },
      { kind: 'List', items: [] },
    ]);
    expect(read('apiVersion: v1\nkind: PodList\nitems: []\n')).toEqual({ values: [], why: [] });
  });

  it('6.3 JSON is read as JSON: with its escapes, and nothing that only YAML has', () => {
    expect(read('{ "kind": "A", "text": "\\/ \u2028" }', 'a.json').values).toEqual([{ kind: 'A', text: '/ \u2028' }]);
    for (const text of ['{ "kind": "A", }', "{ 'kind': 'A' }", 'kind: A\n', ''])
      expect(read(text, 'a.json').why).toEqual(['the file is not JSON.']);
  });
});
