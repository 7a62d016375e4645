import { Construct } from 'constructs';
import { KubeNetworkPolicy, type NetworkPolicySpec } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { intOrString } from '../workload/probes';

export interface NetworkDefaultsProps {
  readonly namespace: string;
  /** Refuses everything that no other policy allows, in both directions. `@default` true */
  readonly denyAll?: boolean;
  /** Lets Pods ask the cluster's DNS; without it a denied namespace resolves nothing. `@default` true */
  readonly dns?: boolean;
  /** Lets Pods of the namespace call each other. `@default` true */
  readonly sameNamespace?: boolean;
  /** Lets load balancers reach the Pods, from the VPC's addresses. On EKS only. `@default` true */
  readonly albIngress?: boolean;
}

/**
 * The policies every tenant starts with: nothing goes, but DNS, each other, and load balancers.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class NetworkDefaults extends Construct {
  readonly policies: readonly KubeNetworkPolicy[];

  constructor(scope: Construct, id: string, props: NetworkDefaultsProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const policies: KubeNetworkPolicy[] = [];
    const add = (name: string, spec: NetworkPolicySpec): void => {
      policies.push(new KubeNetworkPolicy(this, name, { metadata: { name, namespace: props.namespace }, spec }));
    };
    if (props.denyAll ?? true) add('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    if (props.dns ?? true) {
      const kubeSystem = { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } };
      const kubeDns = { matchLabels: { 'k8s-app': 'kube-dns' } };
      const ports = ['UDP', 'TCP'].map((protocol) => ({ port: intOrString(53), protocol }));
      add('allow-dns', {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [{ to: [{ namespaceSelector: kubeSystem, podSelector: kubeDns }], ports }],
      });
    }
    if (props.sameNamespace ?? true) {
      const everybody = [{ podSelector: {} }];
      add('allow-same-namespace', {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: everybody }],
        egress: [{ to: everybody }],
      });
    }
    if ((props.albIngress ?? true) && environment.platform === 'eks') {
      const from = environment.network.cidrs.map((cidr) => ({ ipBlock: { cidr } }));
      add('allow-load-balancers', { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from }] });
    }
    this.policies = policies;
  }
}
