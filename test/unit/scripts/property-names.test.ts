import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Declarations } from '../../../scripts/api/declarations';
import { propertyNames } from '../../../scripts/api/property-names';

/** What the compiler emits, by file. */
const EMITTED = {
  index: `export type { WebProps, OtherProps } from './web';
export type { Hidden } from './parts';
`,
  web: `import type { Construct } from 'constructs';
import { type Base, type Named, type Port, type Probe, Size, type Which } from './parts';
export interface WebProps extends Omit<Base, 'image' | 'none'>, Named {
    readonly ports: readonly Port[];
    readonly scope?: Construct | Named;
    readonly size?: Size;
    readonly probe?: Probe | false;
    readonly env?: Readonly<Record<string, Named | string>>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly overrides?: Readonly<Partial<Record<Which | 'job', unknown>>>;
    readonly on?: (event: string) => void;
    readonly both?: Named & ({ readonly a: 1 } | { readonly b: Array<Port> });
    readonly tree?: Tree;
    readonly any?: unknown | Named;
}
export interface OtherProps {
    readonly 'with-hyphen'?: boolean;
}
interface Tree {
    readonly below?: readonly Tree[];
    toJSON?(deep: boolean): string;
}
`,
  parts: `export interface Base {
    readonly image: string;
    readonly replicas?: number;
}
export interface Named {
    readonly name: string;
}
export interface Port {
    readonly number: number;
}
export type Probe = {
    readonly http: string;
} | {
    readonly grpc: number;
    readonly service?: string;
};
export declare class Size {
    static of(): Size;
    readonly bytes: number;
}
export type Which = 'pod' | 'service';
export interface Hidden {
    readonly secret: string;
}
`,
};

describe('the names of properties', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-names-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('1.3 are read from what the compiler emits: parents, what is left out, lists, maps, unions and names', () => {
    for (const [file, text] of Object.entries(EMITTED)) writeFileSync(join(folder, `${file}.d.ts`), text);
    const text = propertyNames(new Declarations(folder), 'index');
    expect(text).toContain("export type TakenProperties = 'OtherProps' | 'WebProps';\n");
    const rows = Object.fromEntries(
      [...text.matchAll(/^ {2}(\w+): (.*),$/gm)].map(([, name, json = '']) => [name, JSON.parse(json)]),
    );
    expect(rows).toEqual({
      Named: { keys: { name: null }, required: ['name'] },
      OtherProps: { keys: { 'with-hyphen': null }, required: [] },
      Port: { keys: { number: null }, required: ['number'] },
      Tree: { keys: { below: { list: 'Tree' }, toJSON: null }, required: [] },
      WebProps: {
        keys: {
          replicas: null,
          name: null,
          ports: { list: 'Port' },
          scope: 'Named',
          size: null,
          probe: {
            oneOf: [
              { keys: { http: null }, required: ['http'] },
              { keys: { grpc: null, service: null }, required: ['grpc'] },
            ],
          },
          env: { map: 'Named' },
          labels: null,
          overrides: { keys: { pod: null, service: null, job: null }, required: [] },
          on: null,
          both: {
            oneOf: [
              { keys: { name: null, a: null }, required: ['name', 'a'] },
              { keys: { name: null, b: { list: 'Port' } }, required: ['name', 'b'] },
            ],
          },
          tree: 'Tree',
          any: null,
        },
        required: ['name', 'ports'],
      },
    });
  });
});
