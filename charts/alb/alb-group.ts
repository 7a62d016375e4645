import type { Construct } from 'constructs';
import { IngressClassParamsSpecScheme } from '../../imports/elbv2.k8s.aws';
import { ALB } from '../../src/knowledge/aws/alb-annotations';
import type { AlbLoadBalancerSettings } from '../../src/knowledge/aws/alb-load-balancer-settings';
import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judgeScheme } from '../shared/public-scheme';
import { AlbIngressClass } from './alb-ingress-class';

/** What is said once of a load balancer that several apps share. Every member gets all of it, so that none contradicts another. */
export interface AlbGroupProps
  extends AlbLoadBalancerSettings,
    Pick<
      AlbSettings,
      'listenPorts' | 'listenerAttributes' | 'mutualAuthentication' | 'sslPolicy' | 'sslRedirect' | 'tags'
    > {
  /** Name of the group, at most 63 lower-case letters, digits, dots and hyphens. Changing it moves all members to a new load balancer. */
  readonly name: string;
  /** Names of the members, in the order in which their rules are asked; usually those of the apps. At most 199. */
  readonly members: readonly string[];
  /**
   * Namespaces whose Ingresses may join, where an IngressClass carries the group: nobody else can put rules in front of
   * theirs. `@default` - every namespace
   */
  readonly namespaces?: readonly string[];
  /**
   * Name of the IngressClass that carries the group, made by `ingressClass`. EKS Auto Mode knows groups in no other way.
   * `@default` - members name the group in an annotation, on EKS Auto Mode the class has the group's name
   */
  readonly ingressClassName?: string;
}

/** What a member of a group has from it: `new AlbIngress(chart, 'shop', { ...edge.member(chart, 'shop'), host: 'shop', backend })`. */
export type AlbGroupMember = Omit<AlbGroupProps, 'name' | 'members' | 'namespaces'> & Pick<AlbSettings, 'group'>;

/** Orders of members lie that far apart, so that an Ingress of one's own fits between. */
const STEP = 10;
const MOST = 199;
/** The rules of the first member are asked before those of Ingresses without an order. */
const FIRST = -1000;

/**
 * A load balancer that apps, namespaces and owners share: what is said of it is said once, and each member has an order of
 * its own. It is a value, made in a module that the apps of its members import. Whether all of them together stay within
 * the quotas of the load balancer, and contradict each other nowhere, is asked of all objects of an environment.
 * @throws ToolError with everything that is wrong with the properties, where a member or the class is made
 * @finding eks/valid-alb-group
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#ingressgroup
 * @example
 * import { AlbGroup, AlbIngress, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * const edge = new AlbGroup({ name: 'edge', scheme: 'internal', members: ['shop', 'games'] });
 * export const shop = (chart: Chart, web: WebService) =>
 *   new AlbIngress(chart, 'shop', { ...edge.member(chart, 'shop'), host: 'shop', backend: web });
 */
export class AlbGroup {
  constructor(private readonly props: AlbGroupProps) {}

  /** What the AlbIngress of a member says of the load balancer. @param name one of `members` */
  member(scope: Construct, name: string): AlbGroupMember {
    const problems = this.problems(scope);
    const { members } = this.props;
    const place = members.indexOf(name);
    problems.unless(
      place >= 0,
      `AlbGroup "${this.props.name}" has no member "${name}".${didYouMean(name, members)}`,
      members.length === 0 ? 'add it to members.' : `add it to members, which are ${members.join(', ')}.`,
    );
    problems.raise();
    const { name: group, members: _members, namespaces: _namespaces, ...shared } = this.props;
    const className = this.className(environmentOf(scope));
    const order = FIRST + (place + 1) * STEP;
    return {
      ...shared,
      ...defined({ ingressClassName: className }),
      group: className === undefined ? { name: group, order } : { order },
    };
  }

  /**
   * The IngressClass whose parameters put every Ingress of the class into the group, for the platform's app.
   * Nothing is rendered on a plain cluster, nor where members name the group in an annotation, for which it returns undefined.
   */
  ingressClass(scope: Construct, id: string = this.props.name): AlbIngressClass | undefined {
    const problems = this.problems(scope);
    const { name, scheme, namespaces } = this.props;
    const className = this.className(environmentOf(scope));
    problems.raise();
    if (className === undefined && environmentOf(scope).platform === 'eks') return undefined;
    return new AlbIngressClass(scope, id, {
      name: className ?? name,
      params: {
        group: { name },
        scheme:
          scheme === 'internal'
            ? IngressClassParamsSpecScheme.INTERNAL
            : IngressClassParamsSpecScheme.INTERNET_HYPHEN_FACING,
        ...(namespaces === undefined ? {} : { namespaceSelector: among(namespaces) }),
      },
    });
  }

  /** Undefined where members name the group in an annotation. */
  private className(environment: Environment): string | undefined {
    const isAutoMode = environment.platform === 'eks' && environment.compute.autoMode;
    return this.props.ingressClassName ?? (isAutoMode ? this.props.name : undefined);
  }

  private problems(scope: Construct): Problems {
    const problems = problemsWith(scope, 'AlbGroup', this.props);
    const { name, members, namespaces, scheme, frontendNlb } = this.props;
    judgeScheme('scheme', scheme, environmentOf(scope), problems);
    judgeScheme('frontendNlb.scheme', frontendNlb?.scheme, environmentOf(scope), problems);
    const form = ALB.groupName.value;
    problems.unless(
      form.read(name) !== undefined,
      `name of AlbGroup is "${name}", and the load balancer controller wants ${form.words}.`,
      `use ${form.words}.`,
    );
    problems.unless(
      members.length > 0 && members.length <= MOST,
      `AlbGroup "${name}" has ${members.length} members, and takes 1 to ${MOST}.`,
      'name its members, and make several groups of many.',
    );
    const twice = members.find((one, place) => members.indexOf(one) !== place);
    problems.unless(
      twice === undefined,
      `AlbGroup "${name}" has the member "${twice}" twice: both would have one order.`,
      'name each member once.',
    );
    problems.unless(
      namespaces === undefined || this.className(environmentOf(scope)) !== undefined,
      `namespaces of AlbGroup "${name}" have no effect: an annotation lets Ingresses of every namespace join.`,
      'give ingressClassName, and make the class by ingressClass in the platform’s app.',
    );
    return problems;
  }
}

function among(namespaces: readonly string[]) {
  return { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...namespaces] }] };
}
