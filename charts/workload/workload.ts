import { Chart } from 'cdk8s';
import type { INetworkPolicyPeer, IPodSelector, ISubject, Service } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { KubeServiceAccount, ObjectMeta, PodTemplateSpec } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import type { Grant } from '../identity/grant';
import { CHANGE, READ, type Rights, type RightsPlace } from '../identity/rights';
import { giveGrants, giveRights, recordToken } from '../identity/workload-rights';
import type { EgressPeer } from '../network-policy/allow';
import type { AddressPeer, PeerInput } from '../network-policy/network-peer';
import { allowCaller, allowTarget, type CallOptions } from '../network-policy/workload-calls';
import type { Labels } from '../shared/labels';
import type { Patch } from '../shared/override';
import { asPlusPods, asPlusService, asPlusSubject } from '../shared/plus';
import { Problems, refusal } from '../shared/problems';
import { requireProperties } from '../shared/properties';
import type { PortProps } from './container-props';
import { namingOf, objectMetadata, requireOneName } from './labels';
import type { PodProps } from './pod-props';
import { type PodOptions, podLabels, podTemplate } from './pod-template';
import { servicePortOf } from './ports';
import { runsOnFargate } from './runs-on-fargate';
import { recordProfile } from './security';
import { ownServiceAccount } from './service-account';
import { nameOf } from './values';

/**
 * What every workload has: a name, Pods that can be selected, and the ServiceAccount they run as. The base of constructs of
 * one's own, such as an Argo Rollout; all that takes one of our workloads takes them.
 * @example
 * import { k8s, type PodProps, Workload } from 'cdk8s-eks';
 * import { ApiObject } from 'cdk8s';
 * import type { Construct } from 'constructs';
 * export class Canary extends Workload {
 *   readonly serviceAccount: k8s.KubeServiceAccount | undefined;
 *   constructor(scope: Construct, id: string, props: PodProps) {
 *     super(scope, id, props);
 *     const pod = this.podTemplateOf(props, { ports: [{ name: 'http', containerPort: 8080 }] });
 *     this.serviceAccount = this.serviceAccountOf(props);
 *     new ApiObject(this, 'Rollout', {
 *       apiVersion: 'argoproj.io/v1alpha1',
 *       kind: 'Rollout',
 *       metadata: { ...this.metadataOf(props) },
 *       spec: { selector: { matchLabels: this.selector }, template: k8s.toJson_PodTemplateSpec(pod) },
 *     });
 *   }
 * }
 */
export abstract class Workload extends Construct {
  /** Name of the objects that are made. */
  readonly name: string;
  /** Labels that select the Pods. */
  readonly selector: Labels;
  /** Absent when an existing ServiceAccount was given. */
  abstract readonly serviceAccount?: KubeServiceAccount | undefined;
  /** Name of the ServiceAccount that the Pods run as. */
  readonly serviceAccountName: string;

  /** Makes no object: those come when the properties are known to be right. */
  constructor(scope: Construct, id: string, props: PodProps) {
    super(scope, id);
    requireProperties(this, new.target.name.replace(/^_/, ''), props);
    requireOneName(this, props);
    const { name, selector } = namingOf(this, id, props);
    this.name = name;
    this.selector = selector;
    this.serviceAccountName = props.serviceAccount === undefined ? name : nameOf(props.serviceAccount);
    recordProfile(this, props.profile);
    recordToken(this, props.automountServiceAccountToken);
  }

  /**
   * For constructs of one's own: the Pod as our workloads have it, with every default, judged.
   * @throws ToolError with everything that is wrong with the properties
   */
  protected podTemplateOf(props: PodProps, options: PodOptions = {}): PodTemplateSpec {
    const environment = environmentOf(this);
    const problems = new Problems(this);
    const naming = namingOf(this, this.node.id, props);
    const template = podTemplate({
      naming,
      props,
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate: runsOnFargate(environment, this.namespace, podLabels(naming, props)),
      ...options,
    });
    problems.raise();
    return template;
  }

  /** For constructs of one's own: name, labels and annotations of an object of the workload. */
  protected metadataOf(props: PodProps): ObjectMeta {
    return objectMetadata(namingOf(this, this.node.id, props));
  }

  /** For constructs of one's own: the ServiceAccount of the Pods; undefined where an existing one was given. */
  protected serviceAccountOf(props: PodProps, patch?: Patch): KubeServiceAccount | undefined {
    return ownServiceAccount(this, namingOf(this, this.node.id, props), props, patch);
  }

  /** Namespace of the objects, where the chart or the app names one. */
  get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  /**
   * Lets the Pods get, list and watch objects through the API server: a Role and a RoleBinding for their ServiceAccount.
   * The token is mounted, which rolls out new Pods: `worker.mayRead({ configmaps: ['a'], secrets: [database] })`.
   * @throws ToolError for rights that grant nothing, or that need a reason and have none
   */
  mayRead(objects: Rights, place: RightsPlace = {}): this {
    giveRights(this, objects, READ, place);
    return this;
  }

  /** The same, and create, update, patch and delete; what is named can be changed and deleted, but not created. */
  mayWrite(objects: Rights, place: RightsPlace = {}): this {
    giveRights(this, objects, [...READ, 'create', ...CHANGE], place);
    return this;
  }

  /** The same for any verbs, as RBAC has them. */
  mayUse(grant: Grant, place: RightsPlace = {}): this {
    giveGrants(this, [grant], place);
    return this;
  }

  /** Lets the Pods agree on one of them that works, by a Lease. @param lease its name, as the program has it */
  mayElectLeader(lease: string = this.name): this {
    const leases = { apiGroups: ['coordination.k8s.io'], resources: ['leases'] };
    giveGrants(
      this,
      [
        { ...leases, resourceNames: [lease], verbs: [...READ, ...CHANGE] },
        { ...leases, verbs: ['create'] },
      ],
      {},
    );
    return this;
  }

  /**
   * Lets others call the Pods: an ingress policy here and, for Pods, an egress policy with DNS there. Ports are those that
   * the containers declare: `api.allowFrom(web)`, `api.allowFrom({ namespace: 'monitoring' }, { ports: ['metrics'] })`.
   * The first policy of a direction closes it for whatever is not allowed.
   * @throws ToolError for ports that the Pods do not have
   */
  allowFrom(caller: PeerInput | AddressPeer, options: CallOptions = {}): this {
    allowCaller(this, caller, options);
    return this;
  }

  /** The other way round: `web.allowTo(database)`, `web.allowTo({ hosts: ['api.example.com'], cidrs: ['203.0.113.0/24'] }, { name: 'payments', ports: [443] })`. */
  allowTo(target: EgressPeer, options: CallOptions = {}): this {
    allowTarget(this, target, options);
    return this;
  }

  /** For cdk8s-plus's role bindings: the ServiceAccount the Pods run as. */
  asSubject(): ISubject {
    return asPlusSubject(this, this.serviceAccountName, this.namespace);
  }

  /** For cdk8s-plus's network policies, as the selected Pods or as the other end, and for its Services. */
  asPodSelector(): IPodSelector & INetworkPolicyPeer {
    return asPlusPods(this, this.selector);
  }
}

/** A workload that a Service leads to. */
export abstract class ServedWorkload extends Workload {
  /** Ports of the container; load balancers and probes use the first. */
  abstract readonly ports: readonly PortProps[];

  /**
   * The Service's port for the container port that is first, or named.
   * @throws ToolError when the Service has no such port
   */
  servicePort(name?: string): number {
    const port = this.tryServicePort(name);
    if (port !== undefined) return port;
    throw refusal(this, `Service ${this.name} has no port ${name ?? 'at all'}.`, 'name one of the Service’s ports.');
  }

  /** The same, or undefined. */
  tryServicePort(name?: string): number | undefined {
    const port = name === undefined ? this.ports[0] : this.ports.find((each) => each.name === name);
    return port === undefined ? undefined : servicePortOf(port);
  }

  /** For cdk8s-plus's `IngressBackend.fromService`. */
  asPlusService(): Service {
    const served = this.ports.filter(({ servicePort }) => servicePort !== false);
    return asPlusService(
      this.name,
      served.map(({ name }) => this.servicePort(name)),
    );
  }
}
