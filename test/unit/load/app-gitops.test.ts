import { appGitopsProblems } from '../../../src/load/app-gitops';
import { describeProblem } from '../../../src/model/errors';

const place = { file: 'apps/shop.ts', line: 1, column: 1 };
const said = (gitops: unknown) =>
  appGitopsProblems(gitops, place)
    .map((problem) => describeProblem(problem))
    .join('\n\n') || undefined;
const entry = (fields: object) => said({ ignoreDifferences: [{ kind: 'Service', ...fields }] });

describe('what an app asks of Argo CD', () => {
  it('is taken where it names fields of a kind', () => {
    expect(entry({ jsonPointers: ['/spec/selector/a~1b'] })).toBeUndefined();
    expect(entry({ group: 'example.com', kind: 'Store', jqPathExpressions: ['.spec.size'] })).toBeUndefined();
    expect(said({})).toBeUndefined();
    expect(said(undefined)).toBeUndefined();
  });

  it.each<readonly [string, unknown, string]>([
    [
      'a misspelt key',
      { ignoreDifferences: [{ kind: 'Service', jsonPointer: ['/spec/type'] }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].jsonPointer: the key jsonPointer is unknown here. Did you mean "jsonPointers"?\nfix: correct or remove it.',
    ],
    [
      'another key beside it',
      { ignoreDifference: [] },
      'apps/shop.ts:1:1 › gitops.ignoreDifference: the key ignoreDifference is unknown here. Did you mean "ignoreDifferences"?\nfix: correct or remove it.',
    ],
    [
      'no kind',
      { ignoreDifferences: [{ jsonPointers: ['/spec/type'] }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].kind: kind is missing.\nfix: add kind.',
    ],
    [
      'a text for a list',
      { ignoreDifferences: [{ kind: 'Service', jsonPointers: '/spec/type' }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].jsonPointers: found "/spec/type"; wanted Array.\nfix: correct jsonPointers.',
    ],
    [
      'a kind of another group',
      { ignoreDifferences: [{ kind: 'Deployment', jsonPointers: ['/spec/replicas'] }] },
      "apps/shop.ts:1:1 › gitops.ignoreDifferences[0].kind: the core group has no kind Deployment; it is served by apps.\nfix: set group: 'apps'.",
    ],
    [
      'no field',
      { ignoreDifferences: [{ kind: 'Service', name: 'web' }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0]: the entry for Service names no field, so Argo CD would ignore nothing.\nfix: add jsonPointers, such as [/spec/replicas].',
    ],
    [
      'a path that is not a pointer',
      { ignoreDifferences: [{ kind: 'Service', jsonPointers: ['/spec/type', 'spec.type'] }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].jsonPointers[1]: "spec.type" is not a JSON pointer: it does not begin with /.\nfix: write it like /spec/replicas.',
    ],
    [
      'everything',
      { ignoreDifferences: [{ kind: 'Service', jsonPointers: ['/spec'] }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].jsonPointers[0]: "/spec" is too much to ignore: what Git says of Service there would never be applied again.\nfix: name the field that somebody else writes, such as /spec/replicas.',
    ],
    [
      'a number that JSON does not have',
      { ignoreDifferences: [{ kind: 'Service', jsonPointers: 5n }] },
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].jsonPointers: found 5n; wanted Array.\nfix: correct jsonPointers.',
    ],
    [
      'what cannot be read',
      {
        get ignoreDifferences(): unknown {
          throw new Error('not yet');
        },
      },
      'apps/shop.ts:1:1 › gitops: it cannot be read: not yet\nfix: write plain maps, lists and texts.',
    ],
  ])('3.2 is refused with %s', (_what, gitops, message) => expect(said(gitops)).toBe(message));

  it('3.2 all that is wrong with it is told at once', () => {
    const at = 'apps/shop.ts:1:1 › gitops.ignoreDifferences';
    expect(said({ ignoreDifferences: [{ knd: 'Service' }, { kind: 'Service', jsonPointers: [5] }] })).toBe(
      [
        `${at}[0].kind: kind is missing.\nfix: add kind.`,
        `${at}[0].knd: the key knd is unknown here. Did you mean "kind"?\nfix: correct or remove it.`,
        `${at}[1].jsonPointers[0]: found 5; wanted string.\nfix: correct jsonPointers[0].`,
      ].join('\n\n'),
    );
    expect(
      said({
        ignoreDifferences: [
          { kind: 'Service', jsonPointers: ['/spec', 'x'] },
          { kind: 'Srvice', jsonPointers: ['/a'] },
        ],
      })?.match(/ignoreDifferences\S+(?=:)/g),
    ).toEqual([
      'ignoreDifferences[0].jsonPointers[0]',
      'ignoreDifferences[0].jsonPointers[1]',
      'ignoreDifferences[1].kind',
    ]);
  });

  it.each([
    { group: '*', kind: '*' },
    { kind: '*' },
    { group: 'apps', kind: 'D*' },
    { group: '*.example.com', kind: 'Store' },
  ])('3.2 %j is a pattern, as Argo CD reads it', (entryOf) =>
    expect(
      said({ ignoreDifferences: [{ ...entryOf, managedFieldsManagers: ['kube-controller-manager'] }] }),
    ).toBeUndefined(),
  );

  it('3.2 a pattern that no kind of its group matches, or that ignores all, is refused', () => {
    expect(entry({ kind: 'Deploy*', jsonPointers: ['/spec/replicas'] })).toBe(
      "apps/shop.ts:1:1 › gitops.ignoreDifferences[0].kind: the core group has no kind Deploy*; it is served by apps.\nfix: set group: 'apps'.",
    );
    expect(entry({ kind: '*', jsonPointers: ['/spec'] })).toBe(
      'apps/shop.ts:1:1 › gitops.ignoreDifferences[0].jsonPointers[0]: "/spec" is too much to ignore: what Git says of all kinds that * stands for there would never be applied again.\nfix: name the field that somebody else writes, such as /spec/replicas.',
    );
  });
});
