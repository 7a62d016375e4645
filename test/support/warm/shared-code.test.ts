import vm from 'node:vm';

// Of the environment that this file runs in; see `shared-code.ts`.
const compiled = (code: string, context: vm.Context, filename = '/shared/module.js') =>
  vm.compileFunction(code, ['give', 'module'], { filename, parsingContext: context });

describe('a module that two test files load', () => {
  it('has variables and globals of its own in each', () => {
    const code = 'let count = 0; give.next = () => [++count, Array.isArray(name), [] instanceof Array, name.length];';
    const next = [['a'], 'text'].map((name) => {
      const give: { next?: () => unknown } = {};
      compiled(code, vm.createContext({ name }))(give);
      return give.next;
    });
    expect([next[0]?.(), next[0]?.(), next[1]?.()]).toEqual([
      [1, true, true, 1],
      [2, true, true, 1],
      [1, false, true, 4],
    ]);
  });

  it('is another one when its text is', () => {
    const context = vm.createContext({});
    const values = ['1', '2', '1'].map((value) => compiled(`return ${value};`, context)());
    expect(values).toEqual([1, 2, 1]);
  });

  it.each([
    ['throw new Error("first");', 'shared/module.js:1:7'],
    ['\n  throw new Error("third");', 'shared/module.js:2:9'],
  ])('fails at its own line and column: %j', (code, place) => {
    const run = compiled(code, vm.createContext({}));
    const stackOf = (): string => {
      try {
        return String(run());
      } catch (error) {
        return String((error as Error).stack);
      }
    };
    expect(stackOf()).toContain(`${place}\n`);
  });
});
