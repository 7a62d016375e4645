import type { Declarations, Reference } from '../api/declarations';
import { docComment } from '../constructs/doc-comment';
import { type Exported, exportsOfPackage, isConstruct, isFunction } from '../constructs/exported';
import { named } from '../constructs/inherited';
import { code, constructPage, typeSection } from '../constructs/page';
import type { RenderExample } from '../constructs/rendered';
import { thrown } from '../constructs/tables';
import { keyOf, typesBelow } from '../constructs/types';
import { undocumented } from '../constructs/undocumented';
import type { Pages } from './page';

/** A page for each construct, a list of them, and the functions beside them. */
export function constructPages(declarations: Declarations, render: RenderExample = () => undefined): Pages {
  const exported = exportsOfPackage(declarations);
  const constructs = exported.filter(isConstruct);
  requireComments(constructs, declarations);
  const names = constructs.map(({ name }) => name);
  const pages = constructs.map((construct) => {
    const text = constructPage(construct, propsOf(construct, declarations), names, declarations, render);
    return [`constructs/${construct.name}.md`, `${text}\n`] as const;
  });
  return {
    ...Object.fromEntries(pages),
    'constructs.md': `${listText(constructs, exported.filter(isFunction))}\n`,
    'functions.md': `${functionsText(exported.filter(isFunction), names, declarations)}\n`,
  };
}

function requireComments(constructs: readonly Exported[], declarations: Declarations): void {
  const starts = constructs.flatMap((construct) => [construct.reference, propsOf(construct, declarations)]);
  const missing = undocumented([...starts, ...typesBelow(starts, declarations)], declarations);
  if (missing.length > 0)
    throw new Error(`A page of docs/constructs would say nothing of these; write doc comments:\n${missing.join('\n')}`);
}

function propsOf({ name, reference, text, comment }: Exported, declarations: Declarations): Reference {
  const [, type = ''] = /\bprops\??: (\w+)/.exec(text) ?? [];
  const props = named(type, reference, declarations);
  if (props === undefined) throw new Error(`${name} has no properties of a type of ours: the page cannot show them.`);
  if (docComment(comment).example === undefined) throw new Error(`${name} has no @example: show how an app makes one.`);
  return props;
}

/** What the folders below charts/ are about; a new one has to be named here. */
const FOLDERS = {
  workload: 'Workloads',
  autoscaling: 'Autoscaling',
  observability: 'Observability',
  scheduling: 'Nodes and scheduling',
  alb: 'Load balancers',
  nlb: 'Network Load Balancers',
  gateway: 'Routes and Gateways',
  delivery: 'Delivery of new versions',
  'network-policy': 'Network policies',
  storage: 'Storage',
  identity: 'Identity and rights',
  secrets: 'Secrets',
  tenancy: 'Namespaces',
  fargate: 'Fargate',
  addons: 'Add-ons',
  cluster: 'The cluster itself',
} as const;

function listText(constructs: readonly Exported[], functions: readonly Exported[]): string {
  const folderOf = ({ reference }: Exported) => reference.file.split('/')[1] ?? '';
  const unknown = constructs.filter((construct) => !Object.hasOwn(FOLDERS, folderOf(construct)));
  if (unknown.length > 0) throw new Error(`${unknown.map(folderOf).join(', ')}: name the folder in FOLDERS.`);
  const groups = Object.entries(FOLDERS).flatMap(([folder, title]) => {
    const rows = constructs
      .filter((construct) => folderOf(construct) === folder)
      .map(({ name, comment }) => `| [${name}](constructs/${name}.md) | ${firstSentence(comment)} |`);
    return rows.length === 0 ? [] : [`## ${title}`, ['| construct | what it is |', '|---|---|', ...rows].join('\n')];
  });
  const rows = functions.map(
    ({ name, comment }) => `| [${name}](functions.md#${name.toLowerCase()}) | ${firstSentence(comment)} |`,
  );
  return [
    '# Constructs',
    'What `cdk8s-eks` exports for apps. Each page shows all properties, with types, defaults and ranges, and what a change of them does where that is not obvious. They are written from the source by `npm run pages`.',
    ...groups,
    '## Functions',
    ['| function | what it does |', '|---|---|', ...rows].join('\n'),
    '## Everything else',
    'Every kind of Kubernetes is a class of `k8s`, such as `k8s.KubeConfigMap`: see the [reference](https://kubernetes.io/docs/reference/kubernetes-api/). `externalSecrets` has the kinds of the [External Secrets Operator](https://external-secrets.io/latest/api/externalsecret/) as they are; `elbv2` has those of `AlbIngressClass`. Kinds of Karpenter, KEDA, the Gateway API and others are classes of `cdk8s-eks/imports/…`: see [custom kinds](custom-kinds.md). Constructs of cdk8s and cdk8s-plus work in the same chart. What differs between clusters comes from [`Environment.of(chart)`](environment.md). All exported types stand in [api.txt](api.txt).',
  ].join('\n\n');
}

function firstSentence(comment: string): string {
  const { text } = docComment(comment);
  return (/^.*?[.:](?= |$)/.exec(text)?.[0] ?? text).replace(/:$/, '.').replaceAll('|', '\\|');
}

/** @param pages names of all constructs that have a page */
function functionsText(functions: readonly Exported[], pages: readonly string[], declarations: Declarations): string {
  const starts = functions.map(({ reference }) => reference);
  const types = typesBelow(starts, declarations).filter(({ file }) => !file.startsWith('src/model/environment'));
  const explained = new Map(types.map((type) => [keyOf(type), `#${type.name.toLowerCase()}`]));
  const placeOf = (type: Reference) =>
    explained.get(keyOf(type)) ?? (pages.includes(type.name) ? `constructs/${type.name}.md` : undefined);
  const parts = functions.flatMap(({ name, text, comment }) => {
    const { text: about, throws, see, example } = docComment(comment);
    return [
      `## ${name}`,
      about,
      code('typescript', text),
      ...throws.map((what) => thrown(what, 'errors.md')),
      ...(see.length === 0 ? [] : [`See ${see.map((address) => `<${address}>`).join(', ')}.`]),
      ...(example === undefined ? [] : [code('ts', example)]),
    ];
  });
  const intro = 'Functions of `cdk8s-eks` beside its [constructs](constructs.md).';
  const sections = types.flatMap((type) => typeSection(type, { declarations, placeOf }, 'rules'));
  return ['# Functions', intro, ...parts, ...sections].join('\n\n');
}
