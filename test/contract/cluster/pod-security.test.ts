import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { validPodSecurity } from '../../../src/checks/rules/policy/valid-pod-security';
import { mapAt, textAt } from '../../../src/model/json';
import { ROOT } from '../../support/project';
import { saidBy } from '../../support/schemas';
import type { Live } from './harness/api';
import { ControlPlane } from './harness/control-plane';
import { judgedVersions } from './harness/judged';

const LABEL = 'pod-security.kubernetes.io';
const CASES = join(ROOT, 'test', 'cases', 'rules', 'policy', 'valid-pod-security');

/** The objects of a case; their namespaces warn at the level they enforce, since only Pods are ever refused. */
function objectsOf(file: string): readonly Live[] {
  return parseAllDocuments(readFileSync(join(CASES, file), 'utf8')).map((document) => {
    const object = document.toJS() as Live;
    const labels = mapAt(object, 'metadata', 'labels');
    if (object.kind !== 'Namespace' || labels[`${LABEL}/enforce`] === undefined) return object;
    const version = textAt(labels, `${LABEL}/enforce-version`) ?? 'latest';
    const warn = { [`${LABEL}/warn`]: labels[`${LABEL}/enforce`], [`${LABEL}/warn-version`]: version };
    return { ...object, metadata: { ...object.metadata, labels: { ...labels, ...warn } } };
  });
}

describe.each(judgedVersions())('Pod Security on Kubernetes %s', (version) => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'elsewhere' } });
  });
  afterAll(() => plane?.stop());

  it.each(['wrong.yaml', 'right.yaml'])('%s is warned of, or refused, where our rule speaks', async (file) => {
    const objects = objectsOf(file);
    const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
    for (const namespace of namespaces) await plane.api.apply(namespace);
    for (const object of objects.filter(({ kind }) => kind !== 'Namespace')) {
      const { status, warnings, body } = await plane.api.post(object, '?dryRun=All');
      const message = status < 300 ? warnings.join(' ') : String(textAt(body, 'message'));
      const theirs = message.includes('violate');
      const ours = saidBy(validPodSecurity, [...namespaces, object], version).length > 0;
      expect([object.kind, object.metadata.namespace, ours, message]).toEqual([
        object.kind,
        object.metadata.namespace,
        theirs,
        message,
      ]);
      // A Pod is refused, and everything that makes Pods is taken.
      expect([object.kind, status < 300]).toEqual([object.kind, object.kind !== 'Pod' || !theirs]);
    }
  });
});
