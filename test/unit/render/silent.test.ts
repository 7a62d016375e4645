import { ApiObject, App, Chart, Lazy, Testing } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
import { Construct } from 'constructs';
import { renderApp } from '../../../src/render/render-app';
import { returnedProblem } from '../../../src/render/returned';
import type { Trace } from '../../../src/render/trace';
import { eksEnvironment } from '../../support/environment';
import { messageOf } from '../../support/thrown';

const scopes = new Map<string, boolean>();
const config = (scope: Construct, name: string, data: unknown = {}) =>
  new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data });

/** Renders `charts`, which makes one ConfigMap in any case. */
function render(charts: (scope: Chart) => void, onLate?: (error: Error) => void) {
  const app = defineApp({
    name: 'shop',
    owner: 'retail',
    charts(scope) {
      config(scope as never, 'there');
      charts(scope as never);
    },
  });
  const places = { isBundle: (file: string) => file === __filename, placeOf: ({ frame }: Trace) => frame };
  const late = onLate === undefined ? {} : { onLate };
  return renderApp(app, eksEnvironment(), { scopes, ...places, ...late });
}
/** Has a `then`, which JavaScript takes for that of a promise where it is a function. */
const waitable = (value: object, then: unknown = () => undefined) => Object.assign(value, { ['th' + 'en']: then });
const names = (objects: ReturnType<typeof render>) => objects.map(({ name }) => name);
const withoutLines = (text: string) => text.replaceAll(`${__filename}:`, '').replace(/\d+:\d+ › /g, '');

/** Makes a construct, and says nothing of the error. */
function caught(scope: Chart): string[] {
  try {
    return [new Construct(scope, 'late').node.id];
  } catch {
    return [];
  }
}

const CAUGHT =
  'test › shop: a construct is made while objects become files, by a Lazy value or a validation: nothing of it would be written.\nfix: make it in `charts` itself; let a Lazy value or a validation only read.';
const LATE =
  'test › shop: a construct is made after `charts` has returned: it would be left out, and what was there before deleted.\nfix: make it before `charts` returns, without `await` and timers; read what has to be waited for before, into environment.yaml or release.yaml.';

describe('what is made when charts() has returned', () => {
  it.each<readonly [string, (scope: Chart) => void]>([
    ['a validation', (scope) => scope.node.addValidation({ validate: () => caught(scope) })],
    ['a Lazy value', (scope) => config(scope, 'lazy', Lazy.any({ produce: () => caught(scope) }))],
    [
      'a toJson of one’s own',
      (scope) => {
        const own = config(scope, 'own');
        const { toJson } = own;
        own.toJson = () => [...caught(scope), toJson.call(own)][0];
      },
    ],
  ])('1.1 %s that makes a construct and catches the error is refused', (_name, charts) =>
    expect(messageOf(() => render(charts))).toBe(CAUGHT),
  );

  it('1.1 what is made later still is told each time, and refused where nobody hears it', () => {
    const told: string[] = [];
    let scope: Chart | undefined;
    const keep = (given: Chart) => {
      scope = given;
    };
    expect(names(render(keep, (error) => told.push(error.message)))).toEqual(['there']);
    const late = (name: string) => config(scope as Chart, name);
    late('first');
    late('second');
    expect(told).toEqual([LATE, LATE]);
    render(keep);
    expect(messageOf(() => late('third'))).toBe(LATE);
  });

  it.each([
    ['a promise', Promise.reject(new Error('no')), 'a promise, and nobody waits for it'],
    ['a function that can be waited for', waitable(() => 1), 'a promise, and nobody waits for it'],
    ['a list of promises', [1, Promise.reject(new Error('no'))], 'a list of promises, and nobody waits for them'],
    ['a generator', (function* () {})(), 'a generator or another lazy iterator, and nobody asks it for values'],
    ['an async generator', (async function* () {})(), 'a generator or another lazy iterator'],
  ])('1.1 %s that charts() returns is refused', (_name, returned, said) =>
    expect(returnedProblem(returned)?.message).toContain(`\`charts\` returns ${said}`),
  );

  it.each([[undefined], [null], [1], ['then'], [waitable({}, 1)], [[1, {}]], [new Map().values()], [() => 1]])(
    '1.1 %p that charts() returns says nothing',
    (returned) => expect(returnedProblem(returned)).toBeUndefined(),
  );
});

describe('what is made in a construct tree of one’s own', () => {
  it('1.2 is refused, each object at its line', () => {
    const charts = () => {
      config(Testing.chart(), 'one');
      config(new Construct(new Chart(new App(), 'mine'), 'part'), 'two');
    };
    const text = messageOf(() => render(charts));
    const lost = (path: string, name: string) =>
      `test › shop › ${path}: ConfigMap ${name} is made in a construct tree of its own, which is not rendered: it would be left out, and what was there before deleted.\nfix: give it the \`scope\` that \`charts\` is handed, or a construct below that.`;
    expect(withoutLines(text)).toBe([lost('test/one', 'one'), lost('mine/part/two', 'two')].join('\n\n'));
    expect(text.match(/silent\.test\.ts:\d+:\d+/g)).toHaveLength(2);
  });

  it('1.2 says nothing where its JSON is used, nor of constructs that make no object', () => {
    const charts = (scope: Chart) => {
      const mine = Testing.chart();
      new Construct(mine, 'part');
      config(mine, 'one', { a: 'b' });
      const [made] = Testing.synth(mine);
      new ApiObject(scope, 'copy', made);
      // Once more, since its own `toJson` is back.
      expect(Testing.synth(mine)).toEqual([made]);
      expect(() => config(new Construct(undefined as never, ''), 'half')).toThrow();
    };
    expect(names(render(charts))).toEqual(['there', 'one']);
  });
});
