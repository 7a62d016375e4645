import { splitApiVersion } from '../../../src/model/identity';
import { textAt } from '../../../src/model/json';
import { diffObjects } from '../../../src/model/object-diff';
import { renderedObject } from '../../../src/model/rendered-object';
import { effectsOf } from '../../../src/model/risk';
import { readLiveObjects } from '../../../src/referee/apiserver/live-objects';
import { ControlPlane } from './harness/control-plane';
import { judgedVersions } from './harness/judged';
import { SERVER_CHANGES } from './risk/changes';
import type { ServerChange } from './risk/server-change';

/** What the table says of all fields that differ. */
function effectsIn({ was, now }: ServerChange) {
  const { group } = splitApiVersion(textAt(was, 'apiVersion') ?? '');
  const object = { group, kind: textAt(was, 'kind') ?? '', name: textAt(was, 'metadata', 'name') ?? '' };
  return diffObjects(was, now).flatMap((one) => effectsOf({ kind: 'changed', object, ...one }, was, {}, now));
}

describe.each(judgedVersions())('a change, for the API server of %s,', (version) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
  });
  afterAll(() => plane?.stop());

  it.each(SERVER_CHANGES.map((one) => [one.row, one.was['kind'], one.what, one.verdict, one] as const))(
    '%s: %s, %s, is %s',
    async (row, _kind, _what, verdict, one) => {
      const said = effectsIn(one);
      expect(said.map((effect) => effect.row)).toContain(row);
      expect(said.some(({ risk }) => risk === 'refused')).toBe(verdict === 'refused');
      await plane.api.apply(one.was);
      const answer = await plane.ask('PATCH', `${await plane.api.path(one.now)}?fieldManager=test&force=true`, {
        type: 'application/apply-patch+yaml',
        text: JSON.stringify(one.now),
      });
      expect([answer.status < 300 ? 'accepted' : 'refused', textAt(answer.body, 'message')]).toEqual([
        verdict,
        verdict === 'refused' ? expect.stringMatching(/./) : undefined,
      ]);
      if (verdict === 'refused') expect([403, 422]).toContain(answer.status);
    },
  );

  it('is planned on a live cluster without storing anything', async () => {
    const configMap = (name: string, data: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default' },
      data,
    });
    const file = (value: ReturnType<typeof configMap>) => ({
      path: `prod/shop/default/configmap_${value.metadata.name}.yaml`,
      content: JSON.stringify(value),
      object: renderedObject(value, { environment: 'prod', app: 'shop' }),
    });
    const tracked = (name: string, id: string) => {
      const value = configMap(name, { a: '1' });
      return { ...value, metadata: { ...value.metadata, annotations: { 'argocd.argoproj.io/tracking-id': id } } };
    };
    await plane.api.apply(configMap('live-a', { a: '1' }), '?fieldManager=argocd-controller&force=true');
    await plane.api.apply(tracked('live-left', 'prod-shop:/ConfigMap:default/live-left'));
    await plane.api.apply(tracked('live-copy', 'prod-shop:/ConfigMap:default/live-left'));
    await plane.api.apply(tracked('live-other', 'prod-other:/ConfigMap:default/live-other'));
    const files = [file(configMap('live-a', { a: '2' })), file(configMap('live-new', { a: '1' }))];
    const { objects, nobody } = await readLiveObjects(files, ['prod-shop'], plane.ask);
    const data = objects.map(({ object, live, planned }) => [object.name, live, planned]);
    expect(data).toEqual([
      ['live-a', expect.objectContaining({ data: { a: '1' } }), expect.objectContaining({ data: { a: '2' } })],
      ['live-new', undefined, expect.objectContaining({ data: { a: '1' } })],
    ]);
    expect(nobody.map(({ application, object }) => [application, object])).toEqual([
      ['prod-shop', { group: '', kind: 'ConfigMap', namespace: 'default', name: 'live-left' }],
    ]);
    const stored = await plane.api.get(configMap('live-a', {}));
    expect(stored.data).toEqual({ a: '1' });
  });
});
