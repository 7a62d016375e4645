import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/project';
import { schemasOf } from '../../support/schemas';

/** Of every generated class: the API version and the kind that it makes. */
const typed = readdirSync(join(ROOT, 'imports'))
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(ROOT, 'imports', file), 'utf8');
    return [...text.matchAll(/^export class (\w+) extends ApiObject \{[\s\S]*?apiVersion: '(.*)',\s+kind: '(.*)',/gm)];
  })
  .map(([, name = '', apiVersion = '', kind = '']) => ({ name, apiVersion, kind }));

it('all custom kinds that have a schema are typed, in each of their versions', () => {
  const classes = new Set(typed.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  const { custom } = schemasOf();
  expect(Object.keys(custom.kinds).length).toBeGreaterThanOrEqual(59);
  expect(Object.keys(custom.kinds).filter((key) => !classes.has(key))).toEqual([]);
});

it('of a kind with several versions, the one that is stored has the name', () => {
  expect(typed.filter(({ name, kind }) => /V\d\w*$/.test(name) && name.startsWith(kind))).toEqual([
    { name: 'TargetGroupBindingV1Alpha1', apiVersion: 'elbv2.k8s.aws/v1alpha1', kind: 'TargetGroupBinding' },
    ...['ListenerRuleConfiguration', 'LoadBalancerConfiguration', 'TargetGroupConfiguration'].map((kind) => ({
      name: `${kind}V1Beta1`,
      apiVersion: 'gateway.k8s.aws/v1beta1',
      kind,
    })),
  ]);
});
