import { createRequire } from 'node:module';
import { missingPart } from '../../../src/model/missing-part';

const thrownBy = (name: string): unknown => {
  try {
    return createRequire('/nowhere/at/all.js')(name);
  } catch (error) {
    return error;
  }
};

describe('a package that this one needs', () => {
  it.each(['esbuild', 'cdk8s', 'cdk8s-plus-28', 'constructs'])('8.5 is named where it is not installed: %s', (name) => {
    const error = missingPart(thrownBy(name));
    expect([error?.exitCode, error?.message]).toEqual([
      2,
      `the package "${name}", without which nothing is rendered, is not installed here.\nfix: run \`npm install\`, or \`npm install ${name}\` where package.json does not name it and no other package brings it.`,
    ]);
    expect(missingPart(thrownBy(`${name}/lib/part`))?.exitCode).toBe(2);
  });

  it('is not a module of ours, nor a package that begins alike', () => {
    for (const name of ['./esbuild', 'esbuild-loader', 'cdk8s-eks', '/constructs'])
      expect(missingPart(thrownBy(name))).toBeUndefined();
  });
});
