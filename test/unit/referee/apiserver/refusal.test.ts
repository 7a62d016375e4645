import { isNotAllowed, refusalsOf } from '../../../../src/referee/apiserver/refusal';

const answer = (status: number, body: unknown) => ({ status, body, warnings: [] });

describe('what an API server refuses', () => {
  it('is told cause by cause, each once', () => {
    const causes = [
      { field: 'spec.ports[0].port', message: 'Invalid value: 0' },
      { field: 'spec.ports[0].port', message: 'Invalid value: 0' },
      { field: 'spec.type', message: 'Unsupported value: "X"' },
    ];
    expect(refusalsOf(answer(422, { message: 'all of it', details: { causes } }))).toEqual([
      { field: 'spec.ports[0].port', message: 'Invalid value: 0' },
      { field: 'spec.type', message: 'Unsupported value: "X"' },
    ]);
  });

  it('names fields that stand in the text alone', () => {
    const strict = 'strict decoding error: unknown field "spec.replcas", duplicate field "metadata.name"';
    expect(refusalsOf(answer(400, { message: strict })).map(({ field }) => field)).toEqual([
      'spec.replcas',
      'metadata.name',
    ]);
    const typed = 'failed to create typed patch object: .spec.template.spec.x: field not declared in schema';
    expect(refusalsOf(answer(500, { message: typed }))).toEqual([{ field: 'spec.template.spec.x', message: typed }]);
    expect(refusalsOf(answer(404, 'page not found'))).toEqual([{ field: '', message: 'page not found' }]);
  });

  it('is not the object’s fault where the user may not ask; Pod Security is', () => {
    const forbidden =
      'deployments.apps "a" is forbidden: User "x" cannot patch resource "deployments" in API group "apps"';
    expect(isNotAllowed(answer(403, { message: forbidden }))).toBe(true);
    expect(isNotAllowed(answer(401, {}))).toBe(true);
    expect(
      isNotAllowed(answer(403, { message: 'pods "a" is forbidden: violates PodSecurity "restricted:latest"' })),
    ).toBe(false);
  });
});
