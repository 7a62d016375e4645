import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { by, byCodeUnit } from '../../src/model/order';
import type { Pages } from './page';

/** A generated class, and what it makes. */
export interface TypedKind {
  /** The file in `imports/`, without `.ts`: the group, or `k8s`. */
  readonly module: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
}

const CLASS = /^export class (\w+) extends ApiObject \{[\s\S]*?apiVersion: '(.*)',\s+kind: '(.*)',/gm;

/** All kinds of Kubernetes and of others that have a class. */
export function typedKinds(root: string): readonly TypedKind[] {
  const files = readdirSync(join(root, 'imports')).filter((file) => file.endsWith('.ts') && file !== 'fields.ts');
  return files.sort(byCodeUnit).flatMap((file) => {
    const text = readFileSync(join(root, 'imports', file), 'utf8');
    return [...text.matchAll(CLASS)].map(([, name = '', apiVersion = '', kind = '']) => {
      return { module: file.replace(/\.ts$/, ''), name, apiVersion, kind };
    });
  });
}

const EXAMPLE = `import { defineApp } from 'cdk8s-eks';
import { ScaledObject } from 'cdk8s-eks/imports/keda.sh';
import { Gateway, GatewaySpecListenersTlsMode } from 'cdk8s-eks/imports/gateway.networking.k8s.io';

export default defineApp({
  name: 'orders',
  owner: 'retail',
  namespace: 'orders',
  charts(scope, environment) {
    new ScaledObject(scope, 'by-queue', {
      metadata: { name: 'worker' },
      spec: {
        scaleTargetRef: { name: 'worker' },
        maxReplicaCount: 20,
        triggers: [
          {
            type: 'aws-sqs-queue',
            metadata: {
              queueURL: \`https://sqs.eu-west-1.amazonaws.com/111122223333/orders-\${environment.name}\`,
              queueLength: '50',
              awsRegion: 'eu-west-1',
            },
          },
        ],
      },
    });
    new Gateway(scope, 'gateway', {
      metadata: { name: 'orders' },
      spec: {
        gatewayClassName: 'alb',
        listeners: [
          { name: 'https', port: 443, protocol: 'HTTPS', tls: { mode: GatewaySpecListenersTlsMode.TERMINATE } },
        ],
      },
    });
  },
});`;

/** How a custom object is written, and which have types. */
export function customKindPages(root: string): Pages {
  const custom = typedKinds(root).filter(({ module }) => module !== 'k8s');
  const rows = [...new Set(custom.map(({ module }) => module))].map((module) => {
    const kinds = custom.filter((kind) => kind.module === module).sort(by(({ name }) => name));
    return `| \`cdk8s-eks/imports/${module}\` | ${kinds.map(shown).join(', ')} |`;
  });
  const text = [
    '# Custom kinds',
    'What no [construct](constructs.md) writes can be written as it is, with types. `cdk8s-eks/imports/<group>` has a class for each kind of a group, made from the definition that its project released; `imports/sources.yaml` says which. `cdk8s-eks/imports/k8s` is `k8s` of `cdk8s-eks`.',
    `\`\`\`ts\n${EXAMPLE}\n\`\`\``,
    'Such an object gets the namespace and the labels of its app, stands in `dist/` and is checked like any other: by the schema of its kind, and for what it refers to.',
    [
      '- A choice is an enum, and what may be a number or a text is a class with `fromNumber` and `fromString`; both are exported beside the kind, with the name of the field behind that of the kind.',
      "- A type that stands in several places is one type, under the shortest of its names. Where you need its name, the type of the field has it: `ScaledObjectSpec['triggers']`.",
      '- Of a kind with several versions, the one that the API server stores has the name. The others have their version behind it.',
      '- A field that the types do not know is written by [`override`](functions.md#override). A kind that is not in this list is an `ApiObject` of cdk8s, or a class that `npx cdk8s import` makes; its CustomResourceDefinition, in an app or beside the manifests, lets it be checked.',
    ].join('\n'),
    '## What there is',
    ['| import | classes |', '|---|---|', ...rows].join('\n'),
  ];
  return { 'custom-kinds.md': `${text.join('\n\n')}\n` };
}

function shown({ name, apiVersion, kind }: TypedKind): string {
  const version = apiVersion.split('/')[1];
  return `\`${name}\` (${name.startsWith(kind) ? version : `${kind} ${version}`})`;
}
