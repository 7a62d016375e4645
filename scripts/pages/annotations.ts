import {
  ALB_ANNOTATIONS,
  ALB_FAMILIES,
  ALB_GUIDE,
  ALB_PREFIX,
  type AnyAlbAnnotation,
  WITHOUT_PROPERTY,
} from '../../src/knowledge/aws/alb-annotations';
import { ALB_PATH_PROPERTIES } from '../../src/knowledge/aws/alb-path-properties';
import { ALB_SETTINGS } from '../../src/knowledge/aws/alb-settings';
import type { AnyAnnotation } from '../../src/knowledge/aws/annotation';
import { type AnyNlbAnnotation, nlbKey } from '../../src/knowledge/aws/nlb-annotation';
import { NLB_ANNOTATIONS, NLB_FAMILIES, NLB_GUIDE } from '../../src/knowledge/aws/nlb-annotations';
import { NLB_LISTENER } from '../../src/knowledge/aws/nlb-listener';
import { NLB_SETTINGS } from '../../src/knowledge/aws/nlb-settings';
import { settingEntries } from '../../src/knowledge/aws/setting-row';
import type { Pages } from './page';

const entries = settingEntries(ALB_SETTINGS);
const nlbEntries = [
  ...settingEntries(NLB_SETTINGS),
  ...settingEntries(NLB_LISTENER).map((entry) => ({ ...entry, property: `listeners.*.${entry.property}` })),
];
const SCOPES = { Ingress: 'Ingress', Service: 'Service', both: 'Ingress or Service' } as const;

/** What Markdown would take for a tag, a column or emphasis. */
const plain = (text: string) => text.replace(/[<|*]/g, '\\$&');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function facts({ key, value, since, change, autoMode }: AnyAnnotation): readonly [string, string, string, string] {
  const effects = [change, autoMode === false ? 'EKS Auto Mode does not read it' : undefined];
  const shown = key.endsWith('.') ? `\`${key}…\`` : `\`${key}\``;
  return [shown, plain(value.words), since ?? '', effects.filter((effect) => effect !== undefined).join('; ')];
}

function properties(key: string): string {
  const ofKey = entries.filter(({ annotation }) => annotation.key === key).map(({ property }) => property);
  const ofPath = ALB_PATH_PROPERTIES[key];
  const names = ofPath === undefined ? ofKey : [ofPath];
  return names.length === 0 ? `- ${WITHOUT_PROPERTY[key] ?? ''}` : names.map((name) => `\`${name}\``).join(', ');
}

const MERGES = {
  exclusive: 'one of them, or all the same',
  listener: 'the same for each port',
  merge: 'all together',
  entry: 'all together, each name once',
  own: 'its own',
} as const;

function albRow(row: AnyAlbAnnotation): readonly string[] {
  const [key, words, ...rest] = facts(row);
  return [key, properties(row.key), SCOPES[row.scope], words, plain(row.default), MERGES[row.merge], ...rest];
}

function nlbRow(row: AnyNlbAnnotation): readonly string[] {
  const written = nlbEntries.filter(({ annotation }) => annotation.key === row.key);
  const property = row.instead ?? written.map((entry) => `\`${entry.property}\``).join(', ');
  const [, takes, since, effects] = facts(row);
  const key = nlbKey(row.key);
  const old = row.deprecated === undefined ? '' : `deprecated since ${row.deprecated}; `;
  return [
    `\`${key.slice(key.indexOf('/') + 1)}${key.endsWith('.') ? '…' : ''}\``,
    plain(property),
    takes,
    plain(row.default ?? ''),
    since,
    `${old}${effects}`.replace(/; $/, ''),
  ];
}

const text = [
  '# Annotations of load balancers',
  'What the AWS Load Balancer Controller reads (release 3.5), and which property of `AlbIngress` writes it. Constructs and the rules [eks/valid-alb-annotation](rules/eks/valid-alb-annotation.md) and [eks/valid-nlb-annotation](rules/eks/valid-nlb-annotation.md) judge by these rows.',
  '## On an Ingress',
  `Below \`${ALB_PREFIX}\`; see the [guide](${ALB_GUIDE}). On a Service, an annotation counts in place of the Ingress’s. *In a group* says what counts where several Ingresses share a load balancer.`,
  table(
    ['annotation', 'property', 'on', 'takes', 'default', 'in a group', 'since', 'a change, and what else'],
    [...ALB_ANNOTATIONS, ...ALB_FAMILIES].map(albRow),
  ),
  '## On a Service of type LoadBalancer',
  `Below \`service.beta.kubernetes.io/\`, on a Service of type LoadBalancer; see the [guide](${NLB_GUIDE}). A key that ends in … is followed by the listener, such as \`TCP-80\`, and \`aws-load-balancer-target-group-attributes\` may be followed by a port.`,
  table(
    ['annotation', 'property of `NlbService`', 'takes', 'default', 'since', 'a change, and what else'],
    [...NLB_ANNOTATIONS, NLB_FAMILIES.listenerAttributes, NLB_FAMILIES.action].map(nlbRow),
  ),
];

/** From the tables of the load balancers' annotations. */
export function annotationPages(): Pages {
  return { 'annotations.md': `${text.join('\n\n')}\n` };
}
