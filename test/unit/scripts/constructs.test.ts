import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constructPages } from '../../../scripts/pages/constructs';
import { withEmitted } from '../../support/emitted';
import { ROOT } from '../../support/project';

/** What the compiler emits, by file. */
const EMITTED = {
  'charts/index': `export { Door, type DoorProps } from './alb/door';
export type { Hinge, Wood } from './alb/hinge';
export { open } from './alb/open';
`,
  'charts/alb/base': `import { Construct } from 'constructs';
/** What has a name. */
export interface NameProps {
    /** Name of what is made. \`@default\` the construct's id */
    readonly name?: string;
    /** How it is painted. */
    readonly colour?: string;
    readonly hidden: string;
}
export declare abstract class Wall extends Construct {
    /** Paces to the other side. */
    steps(from?: { a: number; b: string }): number;
    protected secret(): void;
    private readonly mine;
}
`,
  'charts/alb/hinge': `/** What it hangs on. */
export interface Hinge {
    /** Of which wood. */
    readonly wood: Wood;
}
/** Woods that do not warp. */
export type Wood = 'oak' | 'ash';
`,
  'charts/alb/door': `import type { KubeService } from '../../imports/k8s';
import { NameProps, Wall } from './base';
import type { Hinge } from './hinge';
export interface DoorProps extends Omit<NameProps, 'hidden'> {
    /** Whole millimetres, 1–3000 | or more; a change makes a new door. \`@finding k8s/valid-name\` */
    readonly width: number;
    /** \`@default\` - white, as walls are */
    readonly colour?: string;
    /**
     * Left to right.
     * @default none
     * @see https://example.com/hinges
     */
    readonly hinges?: Readonly<Record<string, readonly Hinge[]>>;
}
/**
 * A way through: a wall that opens.
 * Nothing else.
 * @throws ToolError when it is too wide
 * @finding eks/ban-fargate-pod
 * @example
 * import { Door } from 'cdk8s-eks';
 * export const door = new Door();
 */
export declare class Door extends Wall {
    readonly service?: KubeService;
    /** How wide it is. */
    get width(): number;
    constructor(scope: Construct, id: string, props: DoorProps);
}
`,
  'charts/alb/open': `import type { Door } from './door';
/** Opens a door: once. */
export declare function open(door: Door): void;
`,
  'imports/k8s': `/** Service of v1. @see https://example.com/service */
export declare class KubeService {
}
`,
};

const pagesOf = (changes: Partial<typeof EMITTED> = {}) => withEmitted({ ...EMITTED, ...changes }, constructPages);
/** The files with a comment or a line of one of them taken out. */
const without = (file: keyof typeof EMITTED, text: string) => {
  const left = EMITTED[file].replace(text, '');
  expect(left).not.toBe(EMITTED[file]);
  return () => pagesOf({ [file]: left });
};

describe('the page of a construct', () => {
  it('9.5 shows properties, inherited ones too, with types, defaults, effects and rules, and the types they name', () => {
    const page = pagesOf()['constructs/Door.md'];
    expect(page).toBe(`# Door

A way through: a wall that opens. Nothing else.

Throws [ToolError](../errors.md) when it is too wide.

Rules: [eks/ban-fargate-pod](../rules/eks/ban-fargate-pod.md).

\`\`\`ts
import { Door } from 'cdk8s-eks';
export const door = new Door();
\`\`\`

## DoorProps

| property | type | default | what it does |
|---|---|---|---|
| \`width\` | \`number\` | required | Whole millimetres, 1–3000 \\| or more; a change makes a new door. Rule [k8s/valid-name](../rules/k8s/valid-name.md). |
| \`colour\` | \`string\` | white, as walls are | How it is painted. |
| \`hinges\` | \`Record<string,\` [\`Hinge\`](#hinge)\`[]>\` | none | Left to right. See <https://example.com/hinges>. |
| \`name\` | \`string\` | the construct's id | Name of what is made. |

## What it offers

| name | type | what it is |
|---|---|---|
| \`service\` | [\`k8s.KubeService\`](https://example.com/service) \`\\| undefined\` | The Service; absent where none is made. |
| \`width\` | \`number\` | How wide it is. |
| \`steps(from?: { a: number; b: string })\` | \`number\` | Paces to the other side. |

## Hinge

What it hangs on.

| property | type | default | what it does |
|---|---|---|---|
| \`wood\` | [\`Wood\`](#wood) | required | Of which wood. |

## Wood

Woods that do not warp.

\`\`\`typescript
type Wood = 'oak' | 'ash';
\`\`\`

All constructs: [constructs](../constructs.md).
`);
  });

  it('9.5 shows an alias that puts interfaces together as one table, with what excludes each other as optional', () => {
    const pages = withEmitted(
      {
        ...EMITTED,
        'charts/alb/hinge': `/** What it hangs on. */
export type Hinge = OneOrMany & HingeOptions;
/** One piece, or many. */
export type OneOrMany = (OnePiece & Without<'pieces', 'not both'>) | (Pieces & Without<'wood', 'not both'>);
export interface OnePiece {
    /** Of which wood. */
    readonly wood: Wood;
}
export interface Pieces {
    /** How many. */
    readonly pieces: number;
}
export interface HingeOptions extends Partial<Omit<Colours, 'inner'>> {
    /** Whole millimetres. */
    readonly height: number;
}
export interface Colours {
    /** Outside. */
    readonly outer: string;
    readonly inner: string;
}
/** Woods that do not warp. */
export type Wood = 'oak' | 'ash';
`,
      },
      constructPages,
    );
    expect(pages['constructs/Door.md']).toContain(`## Hinge

What it hangs on.

| property | type | default | what it does |
|---|---|---|---|
| \`height\` | \`number\` | required | Whole millimetres. |
| \`wood\` | [\`Wood\`](#wood) |  | Of which wood. |
| \`pieces\` | \`number\` |  | How many. |
| \`outer\` | \`string\` |  | Outside. |
`);
    expect(pages['constructs/Door.md']).not.toContain('OneOrMany');
  });

  it('9.5 stands in the list, in the group of its folder, and functions beside it', () => {
    const pages = pagesOf();
    expect(Object.keys(pages)).toEqual(['constructs/Door.md', 'constructs.md', 'functions.md']);
    expect(pages['constructs.md']).toContain(
      '\n## Load balancers\n\n| construct | what it is |\n|---|---|\n| [Door](constructs/Door.md) | A way through. |\n',
    );
    expect(pages['constructs.md']).toContain('\n| [open](functions.md#open) | Opens a door. |\n');
    expect(pages['functions.md']).toContain(
      '\n## open\n\nOpens a door: once.\n\n```typescript\nfunction open(door: Door): void;\n```\n',
    );
  });

  it('9.5 is refused for a property, an attribute or a type without a doc comment', () => {
    const door = EMITTED['charts/alb/door']
      .replace(/ {4}\/\*\* Whole[^\n]*\n/, '')
      .replace('/** How wide it is. */', '');
    const hinge = EMITTED['charts/alb/hinge'].replace(/\/\*\* W.*\n/g, '').replace(/ {4}\/\*\* Of.*\n/, '');
    expect(() => pagesOf({ 'charts/alb/door': door, 'charts/alb/hinge': hinge })).toThrow(
      new Error(
        'A page of docs/constructs would say nothing of these; write doc comments:\nDoor.width of charts/alb/door\nDoorProps.width of charts/alb/door\nHinge of charts/alb/hinge\nHinge.wood of charts/alb/hinge\nWood of charts/alb/hinge',
      ),
    );
    expect(without('charts/alb/base', '    /** How it is painted. */\n')).toThrow(
      new Error(
        'A page of docs/constructs would say nothing of these; write doc comments:\nDoorProps.colour of charts/alb/door',
      ),
    );
  });

  it('9.5 is refused for a construct without an example, and for a folder that the list has no group for', () => {
    expect(without('charts/alb/door', ' * @example\n')).toThrow(
      new Error('Door has no @example: show how an app makes one.'),
    );
    const moved = {
      'charts/index': "export { Door } from './gate/door';\n",
      'charts/gate/door': EMITTED['charts/alb/door'],
    };
    const base = { 'charts/gate/base': EMITTED['charts/alb/base'], 'charts/gate/hinge': EMITTED['charts/alb/hinge'] };
    expect(() => withEmitted({ ...EMITTED, ...moved, ...base }, constructPages)).toThrow(
      new Error('gate: name the folder in FOLDERS.'),
    );
  });
});

describe('docs/constructs', () => {
  const textOf = (path: string) => readFileSync(join(ROOT, 'docs', path), 'utf8');

  it('9.5 has a page for each construct that the package exports, and the list names it', () => {
    const [, door = ''] = /\n## cdk8s-eks\n([\s\S]*?)\n## /.exec(textOf('api.txt')) ?? [];
    const constructs = [...door.matchAll(/^class (\w+)(?:<.*>)?(?: extends \w+)? \{/gm)].map(
      ([, name]) => `${name}.md`,
    );
    expect(constructs.length).toBeGreaterThan(13);
    expect(readdirSync(join(ROOT, 'docs', 'constructs')).sort()).toEqual([...constructs].sort());
    for (const page of constructs) expect(textOf('constructs.md')).toContain(`(constructs/${page})`);
  });

  it('9.5 says of every property what it does', () => {
    const rows = readdirSync(join(ROOT, 'docs', 'constructs')).flatMap((page) =>
      [...textOf(`constructs/${page}`).matchAll(/^\| `.*$/gm)].map(([row]) => `${page}: ${row}`),
    );
    expect(rows.length).toBeGreaterThan(250);
    expect(rows.filter((row) => / \| +\|$/.test(row))).toEqual([]);
  });
});
