import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Declarations } from '../../../scripts/api/declarations';
import { apiText, unexportedNames } from '../../../scripts/api/public-api';

/** What the compiler emits, by file. */
const EMITTED = {
  'charts/index': `export * as k8s from '../imports/k8s';
export { Web, type WebProps as Props } from './web';
export type { Size } from './size';
`,
  'charts/web': `import type { KubeService } from '../imports/k8s';
import { type Labels as Tags, type Size } from './size';
/** Takes Hidden, says the comment. */
export interface WebProps {
    /** \`a\` // not a comment of its own */
    readonly url: 'https://example.com';
    readonly size?: Size;
    readonly tags: Tags;
}
interface Base {
    readonly name: string;
}
export declare class Web implements Base {
    readonly name: string;
    readonly service: KubeService;
    private readonly secret;
    constructor(props: WebProps);
    get size(): import("./size").Unit;
}
`,
  'charts/size': `export type Size = 'small' | {
    readonly cpu: Unit;
};
export type Unit = string;
export type Labels = Readonly<Record<string, string>>;
`,
  'imports/k8s': 'export declare class KubeService {\n}\n',
};
const DOORS = { shop: 'charts/index' };

describe('the page of the public API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-declarations-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const emit = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, `${file}.d.ts`), text);
    }
    return new Declarations(folder);
  };

  it('shows the exports of a door with their declarations, without comments and what is private', () => {
    const [, shown] = apiText(emit(EMITTED), DOORS).split('## shop\n\n');
    expect(shown).toBe(`Props is
interface WebProps {
  readonly url: 'https://example.com';
  readonly size?: Size;
  readonly tags: Tags;
}

type Size = 'small' | {
  readonly cpu: Unit;
};

class Web implements Base {
  readonly name: string;
  readonly service: KubeService;
  constructor(props: WebProps);
  get size(): import("./size").Unit;
}

k8s: imports/k8s
`);
  });

  it('finds the types that a public signature names and that no door exports', () => {
    expect(unexportedNames(emit(EMITTED), DOORS)).toEqual([
      'Base of charts/web, which Web names',
      'Labels of charts/size, which WebProps names',
      'Unit of charts/size, which Size, Web names',
    ]);
    const index = `${EMITTED['charts/index']}export type { Labels, Unit } from './size';\nexport type { Base } from './web';\n`;
    expect(unexportedNames(emit({ ...EMITTED, 'charts/index': index }), DOORS)).toEqual([]);
  });

  it('9.5 finds the types of definitions that an exported one names, unless the whole file is exported', () => {
    const files = {
      'charts/index': "export { Secret } from '../imports/secrets';\n",
      'imports/secrets':
        'export declare class Secret {\n    constructor(props: SecretProps);\n}\nexport interface SecretProps {\n    readonly kind?: SecretKind;\n}\nexport declare enum SecretKind {\n    A = "a"\n}\n',
    };
    expect(unexportedNames(emit(files), DOORS)).toEqual(['SecretProps of imports/secrets, which Secret names']);
    const index = `${files['charts/index']}export * as secrets from '../imports/secrets';\n`;
    expect(unexportedNames(emit({ ...files, 'charts/index': index }), DOORS)).toEqual([]);
  });

  it('refuses a statement that it cannot read', () => {
    const declarations = emit({ ...EMITTED, 'charts/size': 'export default 5;\n' });
    expect(() => apiText(declarations, DOORS)).toThrow(
      new Error('charts/size: the reader does not know export default 5;'),
    );
  });
});
