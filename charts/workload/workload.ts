import { Chart } from 'cdk8s';
import type { INetworkPolicyPeer, IPodSelector, ISubject, Service } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { KubeServiceAccount } from '../../imports/k8s';
import type { Labels } from '../shared/labels';
import { asPlusPods, asPlusService, asPlusSubject } from '../shared/plus';
import { refusal } from '../shared/problems';
import { requireProperties } from '../shared/properties';
import type { PortProps } from './container-props';
import { namingOf } from './labels';
import type { PodProps } from './pod-props';
import { recordProfile } from './security';
import { nameOf } from './values';

/** What every workload has: a name, Pods that can be selected, and the ServiceAccount they run as. */
export abstract class Workload extends Construct {
  /** Name of the objects that are made. */
  readonly name: string;
  /** Labels that select the Pods. */
  readonly selector: Labels;
  /** Absent when an existing ServiceAccount was given. */
  abstract readonly serviceAccount?: KubeServiceAccount;
  /** Name of the ServiceAccount that the Pods run as. */
  readonly serviceAccountName: string;

  /** Makes no object: those come when the properties are known to be right. */
  constructor(scope: Construct, id: string, props: PodProps) {
    super(scope, id);
    requireProperties(this, new.target.name.replace(/^_/, ''), props);
    const { name, selector } = namingOf(this, id, props);
    this.name = name;
    this.selector = selector;
    this.serviceAccountName = props.serviceAccount === undefined ? name : nameOf(props.serviceAccount);
    recordProfile(this, props.profile);
  }

  /** Namespace of the objects, where the chart or the app names one. */
  get namespace(): string | undefined {
    return Chart.of(this).namespace;
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
