import { ownOf } from '../../grammar/own';
import { ALB, ALB_PREFIX } from '../../knowledge/aws/alb-annotations';
import { CLASS_OVERRIDES } from '../../knowledge/aws/alb-class-params';
import type { AlbListenPort } from '../../knowledge/aws/load-balancer-values';
import type { Environment } from '../../model/environment';
import { describeIdentity } from '../../model/identity';
import { type JsonObject, listAt, mapAt, textAt } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { standsAt } from './stands-at';

/** What the annotations of an Ingress and the parameters of its class say together. */
export interface Alb {
  readonly ingress: RenderedObject;
  /** Undefined where neither says it. */
  readonly scheme: string | undefined;
  /** Ingresses of one name share a load balancer. */
  readonly group: string | undefined;
  readonly listeners: readonly AlbListenPort[];
  /** Whether it names a certificate; others are found by its hosts. */
  readonly isCertified: boolean;
  /** ARNs of its certificates, the default one first. */
  readonly certificates: readonly string[];
  /** Lower ones come first; of two that are alike, the one whose namespace and name come first. */
  readonly order: number;
  /** The text of an annotation that counts: one that the class decides is not read. */
  readonly text: (key: string) => string | undefined;
  /** The HTTPS port to which every HTTP listener of the group leads. */
  readonly sslRedirect: number | undefined;
}

/** Undefined for another controller's Ingress. */
export function albOf(ingress: RenderedObject, index: ObjectIndex): Alb | undefined {
  const annotations = mapAt(ingress.value, 'metadata', 'annotations');
  const text = (key: string) => textAt(annotations, `${ALB_PREFIX}${key}`);
  const params = classParameters(ingress, index);
  if (params === undefined && !Object.keys(annotations).some((key) => key.startsWith(ALB_PREFIX))) return undefined;
  const certificates = certificatesOf(params, text(ALB.certificateArn.key));
  const overridden = new Set(Object.keys(params ?? {}).map((field) => ownOf(CLASS_OVERRIDES, field)));
  const redirect = textAt(params, 'sslRedirectPort') ?? text(ALB.sslRedirect.key);
  return {
    ingress,
    scheme: textAt(params, 'scheme') ?? text(ALB.scheme.key),
    group: textAt(params, 'group', 'name') ?? text(ALB.groupName.key),
    listeners: ALB.listenPorts.value.read(text(ALB.listenPorts.key) ?? '') ?? byDefault(certificates),
    isCertified: certificates.length > 0,
    certificates,
    order: ALB.groupOrder.value.read(text(ALB.groupOrder.key) ?? '0') ?? 0,
    text: (key) => (overridden.has(key) ? undefined : text(key)),
    sslRedirect: ALB.sslRedirect.value.read(redirect ?? ''),
  };
}

/** Those of the class win. */
function certificatesOf(params: JsonObject | undefined, text: string | undefined): readonly string[] {
  const ofClass = [listAt(params, 'certificateArn'), listAt(params, 'certificateARNs')].flat().map(String);
  if (ofClass.length > 0 || text === undefined) return ofClass;
  return ALB.certificateArn.value.read(text) ?? [text];
}

function byDefault(certificates: readonly string[]): readonly AlbListenPort[] {
  return certificates.length > 0 ? HTTPS_ALONE : HTTP_ALONE;
}

/** Whether a load balancer of AWS serves it: both its controllers have `alb` in their names, and most classes are called so. */
export function isServedByAlb(
  ingress: RenderedObject,
  index: ObjectIndex,
  { platform }: Pick<Environment, 'platform'>,
): boolean {
  if (platform !== 'eks') return false;
  const named = textAt(ingress.value, 'metadata', 'annotations', CLASS_ANNOTATION);
  const controller = textAt(classOf(ingress, index)?.value, 'spec', 'controller');
  const known = named ?? controller ?? textAt(ingress.value, 'spec', 'ingressClassName') ?? 'alb';
  return known.includes('alb') || (controller === undefined && albOf(ingress, index) !== undefined);
}

/** @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#listen-ports */
const HTTPS_ALONE: readonly AlbListenPort[] = [{ protocol: 'HTTPS', port: 443 }];
const HTTP_ALONE: readonly AlbListenPort[] = [{ protocol: 'HTTP', port: 80 }];

const GROUPS = new WeakMap<ObjectIndex, ReadonlyMap<string, readonly Alb[]>>();

/** Load balancers that several Ingresses may share, by the names of their groups: in each, those that come first are first. */
export function albGroups(index: ObjectIndex): ReadonlyMap<string, readonly Alb[]> {
  const known = GROUPS.get(index);
  if (known !== undefined) return known;
  const made = new Map<string, Alb[]>();
  for (const ingress of index.ofKind('networking.k8s.io', 'Ingress')) {
    const member = albOf(ingress, index);
    if (member?.group === undefined) continue;
    const members = made.get(member.group);
    if (members === undefined) made.set(member.group, [member]);
    else members.push(member);
  }
  for (const members of made.values()) members.sort(byTurn);
  GROUPS.set(index, made);
  return made;
}

function byTurn(a: Alb, b: Alb): number {
  const nameOf = ({ ingress }: Alb) => `${ingress.namespace ?? ''}/${ingress.name}`;
  return a.order - b.order || byCodeUnit(nameOf(a), nameOf(b));
}

/** `Ingress carts/gate of app carts, which comes from carts/gate/Ingress at apps/carts.ts:8:5` */
export function albNamed({ ingress }: Alb): string {
  const app = ingress.app === '' ? '' : ` of app ${ingress.app}`;
  return `${describeIdentity(ingress)}${app}, which ${standsAt(ingress)}`;
}

/** All Ingresses of its load balancer, itself included. */
export function albMembers(alb: Alb, index: ObjectIndex): readonly Alb[] {
  return (alb.group === undefined ? undefined : albGroups(index).get(alb.group)) ?? [alb];
}

/** The annotation that was there before `ingressClassName`. */
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
/** @see https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class */
const IS_DEFAULT = 'ingressclass.kubernetes.io/is-default-class';

/**
 * The parameters win over annotations; both the controller and EKS Auto Mode have such a kind. An Ingress whose class
 * stands in the annotation has none.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/ingress_class/
 */
function classParameters(ingress: RenderedObject, index: ObjectIndex): JsonObject | undefined {
  if (textAt(ingress.value, 'metadata', 'annotations', CLASS_ANNOTATION) !== undefined) return undefined;
  const reference = mapAt(classOf(ingress, index)?.value, 'spec', 'parameters');
  const found = index.find({
    group: textAt(reference, 'apiGroup') ?? '',
    kind: textAt(reference, 'kind') ?? '',
    name: textAt(reference, 'name') ?? '',
  });
  return found === undefined ? undefined : mapAt(found.value, 'spec');
}

/** The server fills in the default class. */
function classOf(ingress: RenderedObject, index: ObjectIndex): RenderedObject | undefined {
  const name = textAt(ingress.value, 'spec', 'ingressClassName');
  if (name !== undefined) return index.find({ group: 'networking.k8s.io', kind: 'IngressClass', name });
  return index
    .ofKind('networking.k8s.io', 'IngressClass')
    .find(({ value }) => textAt(value, 'metadata', 'annotations', IS_DEFAULT) === 'true');
}
