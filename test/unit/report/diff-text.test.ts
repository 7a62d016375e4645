import type { Change } from '../../../src/model/change';
import { diffText } from '../../../src/report/diff-text';
import { differencesText } from '../../../src/report/differences-text';
import { CHANGES } from './samples';

describe('differences as text', () => {
  it('go from environment and app to object and field', () =>
    expect(diffText(CHANGES, { colour: false })).toBe(`prod › shop
  - Deployment shop/old
  ~ Deployment shop/web
      spec.replicas: 2 → 3
      spec.paused: true → (none)
prod, staging › tools
  + Deployment shop/new
`));

  it('show objects in the colour of what happens to them', () =>
    expect(diffText(CHANGES.slice(0, 2), { colour: true }).split('\n')).toEqual([
      'prod › shop',
      '\u001b[31m  - Deployment shop/old\u001b[0m',
      '\u001b[33m  ~ Deployment shop/web\u001b[0m',
      '      spec.replicas: 2 → 3',
      '',
    ]));

  it('cut a long value', () => {
    const [change] = CHANGES.slice(1, 2);
    const text = diffText([{ ...(change as (typeof CHANGES)[number]), after: 'x'.repeat(500) }], { colour: false });
    expect(text).toBe(`prod › shop\n  ~ Deployment shop/web\n      spec.replicas: 2 → "${'x'.repeat(156)}…\n`);
  });

  it('say what a change does, and what to do where it cannot be made', () => {
    const [removed, changed] = CHANGES as unknown as readonly [Change, Change];
    const text = diffText(
      [
        { ...removed, risk: 'data' },
        { ...changed, risk: 'refused' },
      ],
      { colour: false },
    );
    expect(text).toBe(`prod › shop
  - Deployment shop/old  (deletes data, once somebody confirms)
  ~ Deployment shop/web
      spec.replicas: 2 → 3  (the API server refuses this change)
refused: Deployment shop/web: give it another name, so that both run until the new one is ready; or, once the change is in Git, run \`kubectl -n shop delete deployment web\`, which takes its Pods away too.
`);
  });

  it('say so when there are none', () => expect(diffText([], { colour: false })).toBe('no differences\n'));
});

describe('disagreements as text', () => {
  it('are a title and a line per field', () =>
    expect(
      differencesText('prod: declared → live', [
        { field: 'kubernetesVersion', before: '1.34', after: '1.35' },
        { field: 'network.vpcId', after: 'vpc-1' },
      ]),
    ).toBe('prod: declared → live\n  kubernetesVersion: "1.34" → "1.35"\n  network.vpcId: (none) → "vpc-1"\n'));

  it('are nothing where nothing differs', () => expect(differencesText('prod', [])).toBe(''));
});
