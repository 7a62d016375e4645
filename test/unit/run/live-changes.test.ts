import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityKey } from '../../../src/model/identity';
import type { JsonObject } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';
import { overSocket } from '../../../src/referee/apiserver/ask';
import { readLiveObjects } from '../../../src/referee/apiserver/live-objects';
import { changesOfCluster } from '../../../src/run/survey/live-changes';
import { delivered } from '../gitops/delivery';

const TRACKING = 'argocd.argoproj.io/tracking-id';
const deployment = (name: string, spec: JsonObject, annotations?: JsonObject) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop', ...(annotations && { annotations }) },
  spec,
});
const LIVE: Readonly<Record<string, JsonObject>> = {
  web: deployment('web', { replicas: 9, paused: true }),
  stuck: deployment('stuck', { replicas: 1 }),
};
const LEFT = deployment('left', {}, { [TRACKING]: `${delivered({}).name}-shop:apps/Deployment:shop/left` });

/** A server that knows Deployments of one namespace. */
function answerOf(method: string, url: string, body: string): readonly [status: number, body: unknown] {
  const name = /\/deployments\/([^?]+)/.exec(url)?.[1];
  if (url === '/apis') return [200, { groups: [{ preferredVersion: { groupVersion: 'apps/v1' } }] }];
  if (url === '/api/v1') return [200, { resources: [] }];
  if (url === '/apis/apps/v1')
    return [200, { resources: [{ name: 'deployments', kind: 'Deployment', namespaced: true, verbs: ['list'] }] }];
  if (url === '/apis/apps/v1/deployments') return [200, { items: [LEFT] }];
  if (name === undefined) return [404, {}];
  if (method === 'GET') return LIVE[name] === undefined ? [404, {}] : [200, LIVE[name]];
  const causes = [{ field: 'spec.selector', message: 'field is immutable' }];
  return name === 'stuck' ? [422, { details: { causes } }] : [200, JSON.parse(body)];
}

describe('a cluster, compared with what is rendered,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const [status, answer] = answerOf(request.method ?? '', request.url ?? '', body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  const socket = join(folder, 'proxy');
  beforeAll(() => new Promise<void>((resolve) => void server.listen(socket, resolve)));
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('tells what the source brings, what drifted, what is refused, and what nobody renders', async () => {
    const environment = delivered({});
    const of = (value: ReturnType<typeof deployment>) =>
      renderedObject(value, { environment: environment.name, app: 'shop' });
    const rendered = [
      deployment('web', { replicas: 3, paused: false }),
      deployment('stuck', { replicas: 1 }),
      deployment('new', {}),
    ];
    const files = rendered.map((value) => ({
      path: `x/${value.metadata.name}.yaml`,
      content: JSON.stringify(value),
      object: of(value),
    }));
    // The source changes the number of Pods, and nothing else.
    const was = of(deployment('web', { replicas: 2, paused: false }));
    const { ask, close } = overSocket(socket, 5000);
    const cluster = await readLiveObjects(files, [`${environment.name}-shop`], ask);
    close();
    const changes = changesOfCluster(cluster, new Map([[identityKey(was), was]]), environment);
    expect(changes.map(({ kind, object, field, live, risk }) => [kind, object.name, field, live, risk])).toEqual([
      ['removed', 'left', '', 'nobody', 'unavailable'],
      ['changed', 'stuck', '', 'source', 'refused'],
      ['changed', 'web', 'spec.paused', 'drift', 'harmless'],
      ['changed', 'web', 'spec.replicas', 'source', 'scale'],
      ['added', 'new', '', 'source', 'scale'],
    ]);
    expect(changes[1]?.why).toBe('the API server says: spec.selector: field is immutable.');
  });
});
