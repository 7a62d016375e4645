import type { ToolError } from '../../../../src/model/errors';
import type { FileSpec } from '../../../../src/model/file-spec';
import { renderedObject } from '../../../../src/model/rendered-object';
import type { Answer, Ask } from '../../../../src/referee/apiserver/ask';
import { judgeWithApiServer } from '../../../../src/referee/apiserver/judge';
import { otherVersion } from '../../../../src/referee/apiserver/other-version';

const file = (name: string): FileSpec => {
  const value = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } };
  const object = renderedObject(value, { environment: 'prod', app: 'shop' });
  return { path: `prod/shop/shop/configmap_${name}.yaml`, content: '# header\n', object };
};

/** A server that knows ConfigMaps and answers by the name of the object. */
const server = (answers: Readonly<Record<string, Partial<Answer>>>, asked: string[] = []): Ask => {
  return async (method, path) => {
    asked.push(`${method} ${path}`);
    if (path === '/api/v1') {
      const resources = [
        { name: 'configmaps', kind: 'ConfigMap', namespaced: true },
        { name: 'configmaps/status', kind: 'ConfigMap', namespaced: true },
      ];
      return { status: 200, body: { resources }, warnings: [] };
    }
    const name = /configmaps\/([^?]+)/.exec(path)?.[1] ?? '';
    return { status: 200, body: {}, warnings: [], ...answers[name] };
  };
};
const judge = (ask: Ask, ...names: readonly string[]) =>
  judgeWithApiServer({ environment: 'prod', files: names.map(file) }, ask);

const failure = (promise: Promise<unknown>): Promise<ToolError> =>
  promise.then(
    () => Promise.reject(new Error('expected a refusal')),
    (error: ToolError) => error,
  );

describe('an API server as judge', () => {
  it('gets each file as a server-side apply that stores nothing', async () => {
    const asked: string[] = [];
    expect(await judge(server({}, asked), 'a')).toEqual([]);
    expect(asked).toEqual([
      'GET /api/v1',
      'PATCH /api/v1/namespaces/shop/configmaps/a?dryRun=All&fieldValidation=Strict&fieldManager=cdk8s-eks&force=true',
    ]);
  });

  it('has its refusals as errors and its warnings as warnings', async () => {
    const causes = [{ field: 'data', message: 'Too long' }];
    const ask = server({ a: { warnings: ['v1 is old'] }, b: { status: 422, body: { details: { causes } } } });
    const findings = await judge(ask, 'b', 'a');
    expect(findings.map(({ severity, field, message }) => [severity, field, message])).toEqual([
      ['warning', '', 'the API server warns about prod/shop/shop/configmap_a.yaml: v1 is old'],
      ['error', 'data', 'the API server refuses prod/shop/shop/configmap_b.yaml: Too long'],
    ]);
  });

  it('leaves unknown what it has no namespace for, once', async () => {
    const missing = { status: 404, body: { message: 'namespaces "shop" not found' } };
    const findings = await judge(server({ a: missing, b: missing }), 'b', 'a');
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['unknown', 'the API server has no namespace shop, so it could not judge ConfigMap shop/a and 1 more.'],
    ]);
  });

  it('is an error of its own when it does not let the user ask, or does not answer', async () => {
    const message = 'configmaps is forbidden: User "x" cannot patch resource "configmaps"';
    const refused = await failure(judge(server({ a: { status: 403, body: { message } } }), 'a'));
    expect([refused.code, refused.exitCode, refused.message.split(': ')[0]]).toEqual([
      'REFEREE',
      4,
      'the API server does not let this user ask about ConfigMap',
    ]);
    const broken = await failure(judge(server({ a: { status: 503, body: { message: 'busy' } } }), 'a'));
    expect([broken.code, broken.message]).toEqual([
      'REFEREE',
      'the API server did not answer: 503 for /api/v1/namespaces/shop/configmaps/a: busy.\nfix: see that the cluster is up and the kubeconfig names it.',
    ]);
  });
});

describe('a server of another version', () => {
  it('is said once, and EKS’s own ending is no other version', () => {
    expect(otherVersion('prod', '1.33', 'v1.33.5-eks-c39b1d0')).toEqual([]);
    expect(
      otherVersion('prod', '1.33', 'v1.34.1').map(({ severity, found, wanted }) => [severity, found, wanted]),
    ).toEqual([['warning', 'v1.34.1', '1.33']]);
  });
});
