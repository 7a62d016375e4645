import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AMI_TYPE_NAMES } from '../../src/knowledge/aws/ami-types';
import { loadEnvironments } from '../../src/load/settings/environments';
import { cliSteps } from '../../src/model/cluster/cli';
import { eksctlConfig } from '../../src/model/cluster/eksctl';
import type { EksEnvironment } from '../../src/model/environment';
import { eksEnvironment } from '../support/environment';
import { AUTO, LEAST, WHOLE } from '../support/everything/cluster';
import { ROOT } from '../support/project';

const SCHEMA = join(ROOT, '..', 'shared', 'data', 'eksctl', 'clusterconfig-v1alpha5.schema.json');
const python = spawnSync('python3', ['-c', 'import botocore, jsonschema']).status === 0;
if (!python) console.warn('descriptions of clusters were not judged: python3 has no botocore or no jsonschema');
else if (!existsSync(SCHEMA))
  console.warn('no ClusterConfig was judged: eksctl’s schema is not beside this checkout (../shared/data)');

const ipv6 = (): EksEnvironment => {
  const base = LEAST();
  return eksEnvironment({ ...base, controlPlane: { ...base.controlPlane, ipFamily: 'ipv6' } });
};

const committed = loadEnvironments(ROOT).filter((one): one is EksEnvironment => one.platform === 'eks');
const described: readonly (readonly [string, EksEnvironment])[] = [
  ...committed.map((one) => [one.name, one] as const),
  ['whole', WHOLE()],
  ['least', LEAST()],
  ['auto', AUTO()],
  ['ipv6', ipv6()],
];

interface Judged {
  readonly problems: readonly string[];
  readonly amiTypes: readonly string[];
}

function judge(change: (document: Record<string, unknown>) => object = (document) => document): Judged {
  const documents = described.map(([name, one]) => [name, change({ ...eksctlConfig(one).document })]);
  const steps = described.map(([name, one]) => [name, cliSteps(one).steps]);
  const ran = spawnSync('python3', [join(__dirname, 'description', 'validate.py')], {
    encoding: 'utf8',
    input: JSON.stringify({
      schema: existsSync(SCHEMA) ? SCHEMA : null,
      documents: Object.fromEntries(documents),
      steps: Object.fromEntries(steps),
    }),
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

(python ? describe : describe.skip)('a description of a cluster', () => {
  it('is a ClusterConfig by eksctl’s own schema, and calls that AWS’s own service models take', () => {
    expect(judge().problems).toEqual([]);
  });

  (existsSync(SCHEMA) ? it : it.skip)('is refused where it is not: the judge does see what is wrong', () => {
    const { problems } = judge((document) => ({ ...document, zonalShift: { enabled: true } }));
    expect(problems).toHaveLength(described.length);
    expect(problems[0]).toContain("('zonalShift' was unexpected)");
  });

  it('knows every image that EKS makes', () => {
    expect([...AMI_TYPE_NAMES].sort()).toEqual([...judge().amiTypes].sort());
  });
});
