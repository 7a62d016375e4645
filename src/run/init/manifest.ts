/** What is read of this package's own package.json. */
export interface OwnManifest {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const TOOLS = ['@swc/core', '@swc/jest', '@types/jest', '@types/node', 'jest', 'typescript'];

/** package.json of a new project, with the versions that this package is tested with. */
export function projectManifest(name: string, own: OwnManifest): string {
  const versions = (names: readonly string[]) =>
    Object.fromEntries(names.map((one) => [one, own.devDependencies[one] ?? '*'] as const));
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' };
  const dependencies = { 'cdk8s-eks': own.version, ...versions(Object.keys(own.peerDependencies)) };
  const devDependencies = versions(TOOLS);
  const manifest = {
    // npm installs nothing into a package of the same name.
    name: Object.hasOwn({ ...dependencies, ...devDependencies }, name) ? 'platform' : name,
    private: true,
    engines: own.engines,
    scripts: {
      synth: 'cdk8s-eks synth',
      check: 'cdk8s-eks check',
      diff: 'cdk8s-eks diff',
      typecheck: 'tsc',
      test: 'jest',
    },
    dependencies,
    devDependencies,
    // None of them needs its script: npm is told, so that it does not ask.
    allowScripts: own.allowScripts,
    jest: { roots: ['<rootDir>/test'], transform: { '\\.ts$': ['@swc/jest', { jsc, module: { type: 'commonjs' } }] } },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
