import { check } from '../../../../src/checks/engine/check';
import { uniqueObject } from '../../../../src/checks/rules/k8s/unique-object';
import { type Origin, renderedObject } from '../../../../src/model/rendered-object';
import { layout } from '../../../../src/render/layout';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const environment = eksEnvironment();
const flags = (app: string, origin: Partial<Origin> = {}, name = 'flags') =>
  renderedObject(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } },
    { environment: environment.name, app, ...origin },
  );
const made = (line: number): Partial<Origin> => ({
  construct: `shop/${line}/ConfigMap`,
  source: () => ({ file: 'apps/shop.ts', line, column: 5 }),
});

function saidOf(objects: readonly ReturnType<typeof flags>[], judgedApps?: ReadonlySet<string>) {
  const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
  const { findings } = check({ ...input, ...(judgedApps && { judgedApps }) }, [uniqueObject]);
  return findings.map(({ app, message, fix, silenced }) => [app, `${message} fix: ${fix}`, silenced]);
}

describe('two objects of one identity', () => {
  it('7.6 in one app are a finding that names both places, which nobody can silence', () => {
    const silences = [{ rule: 'k8s/unique-object', reason: 'it is fine' }];
    const said =
      'ConfigMap shop/flags: this object is here twice: the other one comes from shop/8/ConfigMap at apps/shop.ts:8:5. The one that is applied last overwrites the other without a word. fix: rename one of them, or leave one out.';
    expect(saidOf([flags('shop', made(8)), flags('shop', { ...made(9), silences })])).toEqual([
      ['shop', said, undefined],
    ]);
  });

  const sharedWith = (app: string, place: string) =>
    `ConfigMap shop/flags: app ${app} holds this object too: it ${place}. Two Applications would undo each other at every sync. fix: rename one of them, or render it in one app only.`;

  it('7.6 in two apps are a finding for each, also where only one of them is rendered', () => {
    const first = flags('cart', made(3));
    const other = sharedWith('cart', 'comes from shop/3/ConfigMap at apps/shop.ts:3:5');
    expect(saidOf([first, flags('shop', made(8))])).toEqual([
      ['cart', sharedWith('shop', 'comes from shop/8/ConfigMap at apps/shop.ts:8:5'), undefined],
      ['shop', other, undefined],
    ]);
    const committed = flags('shop');
    expect(saidOf([first, committed], new Set(['cart']))).toEqual([
      ['cart', sharedWith('shop', 'is in the committed output'), undefined],
    ]);
  });

  it('7.6 are laid out once, and never in place of another object', () => {
    const files = layout([flags('shop', made(8)), flags('shop', made(9)), flags('cart')], () => 'apps/shop.ts');
    expect(files.map(({ path, object }) => [path, object?.construct])).toEqual([
      [`${environment.name}/cart/shop/configmap_flags.yaml`, ''],
      [`${environment.name}/shop/shop/configmap_flags.yaml`, 'shop/8/ConfigMap'],
    ]);
    expect(() => layout([flags('shop', {}, ''), flags('shop', {}, '')], () => 'apps/shop.ts')).toThrow(
      'reach one file',
    );
  });
});
