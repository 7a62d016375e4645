import { Chart } from 'cdk8s';
import type { INetworkPolicyPeer, IPodSelector, ISubject, Service } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { KubeServiceAccount } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { asPlusPods, asPlusService, asPlusSubject } from '../shared/plus';
import { Problems, refusal } from '../shared/problems';
import { type Labels, type Naming, namingOf } from './labels';
import type { PodProps, PortProps } from './pod-props';
import { recordProfile } from './security';
import { serviceAccountFor } from './service-account';

/** Where a workload's main container lies, for overrides. */
export const CONTAINER = ['spec', 'template', 'spec', 'containers', 0] as const;

/** What every workload has: a name, Pods that can be selected, and the ServiceAccount they run as. */
export abstract class Workload extends Construct {
  /** Name of the objects that are made. */
  readonly name: string;
  /** Labels that select the Pods. */
  readonly selector: Labels;
  /** Absent when an existing ServiceAccount was given. */
  readonly serviceAccount?: KubeServiceAccount;
  readonly serviceAccountName: string;
  protected readonly naming: Naming;
  protected readonly problems: Problems;

  constructor(scope: Construct, id: string, props: PodProps, serviceAccountPatch: Patch | undefined) {
    super(scope, id);
    this.problems = new Problems(this);
    this.naming = namingOf(this, id, props);
    this.name = this.naming.name;
    this.selector = this.naming.selector;
    recordProfile(this, props.profile);
    const account = serviceAccountFor(this, this.naming, props.serviceAccount);
    this.serviceAccountName = account.name;
    if (account.made !== undefined) this.serviceAccount = override(account.made, serviceAccountPatch);
  }

  /** Namespace of the objects, where the chart or the app names one. */
  get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  protected get environment() {
    return environmentOf(this);
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
    return port === undefined || port.servicePort === false ? undefined : (port.servicePort ?? port.containerPort);
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
