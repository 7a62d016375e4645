import { isWider, policyAllowances } from './allowances';
import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { adds, becomes, get, isOther, leaves } from './values';

const SERVICE = `${K8S}concepts/services-networking/service/`;
const OPEN = ['LoadBalancer', 'NodePort'];
const isBalanced = (value: unknown) => get(value, 'spec', 'type') === 'LoadBalancer';

const SERVICES = rowsOf(
  { kinds: 'Service', source: SERVICE },
  {
    'service-selector': {
      field: /^spec\.selector\b/,
      shown: 'spec.selector',
      risk: 'unavailable',
      why: 'the endpoints change at once: nothing drains, and nothing waits until the new Pods are ready.',
    },
    'service-ports': {
      field: /^spec\.ports\b/,
      shown: 'spec.ports',
      when: ({ field }) => !/\.(?:targetPort|nodePort|appProtocol)$/.test(field),
      risk: 'traffic',
      why: 'callers, Ingresses and routes that name the old port fail; a target group of another port is a new one.',
    },
    'service-target-port': {
      field: /^spec\.ports\b.*\.targetPort$/,
      shown: 'spec.ports[].targetPort',
      risk: 'traffic',
      why: 'requests go to another port of the Pods at once; targets of a load balancer are registered anew.',
    },
    'service-node-port': {
      field: /^spec\.ports\b.*\.nodePort$/,
      shown: 'spec.ports[].nodePort',
      when: isOther,
      risk: 'unavailable',
      why: 'instance targets are registered on the new port, and the old one is closed at once.',
    },
    'load-balancer-gone': {
      field: /^spec\.type$/,
      shown: 'spec.type, from LoadBalancer',
      when: leaves('LoadBalancer'),
      risk: 'address',
      why: 'the load balancer is deleted, with the address that clients use.',
    },
    'service-opened': {
      field: /^spec\.type$/,
      shown: 'spec.type → LoadBalancer or NodePort',
      when: ({ before, after }) => !OPEN.includes(String(before)) && OPEN.includes(String(after)),
      risk: 'widened',
      why: 'the Service is reached from outside of the cluster.',
    },
    'external-name': {
      field: /^spec\.type$/,
      shown: 'spec.type → ExternalName',
      when: becomes('ExternalName'),
      risk: 'unavailable',
      why: 'the address of the Service is given up, and a way back gets another one.',
    },
    'service-closed': {
      field: /^spec\.type$/,
      shown: 'spec.type, NodePort → ClusterIP',
      when: ({ before, after }) => before === 'NodePort' && (after === 'ClusterIP' || after === undefined),
      risk: 'unavailable',
      why: 'the ports of the nodes close at once: instance targets answer nobody.',
    },
    'external-host': {
      field: /^spec\.externalName$/,
      shown: 'spec.externalName',
      risk: 'traffic',
      why: 'callers reach another host as soon as their resolvers ask again.',
    },
    'source-ranges-wider': {
      field: /^spec\.loadBalancerSourceRanges\b/,
      shown: 'spec.loadBalancerSourceRanges, wider',
      when: (change) => adds(change) || change.after === undefined,
      risk: 'widened',
      why: 'more addresses reach the load balancer; without the list, all do.',
    },
    'source-ranges-narrower': {
      field: /^spec\.loadBalancerSourceRanges\b/,
      shown: 'spec.loadBalancerSourceRanges, narrower',
      when: (change) => !adds(change) && change.after !== undefined,
      risk: 'traffic',
      why: 'clients from the addresses that are gone are refused at once.',
    },
    'traffic-policy': {
      field: /^spec\.(?:externalTrafficPolicy|internalTrafficPolicy|trafficDistribution)$/,
      shown: 'spec.{externalTrafficPolicy, internalTrafficPolicy, trafficDistribution}',
      risk: 'traffic',
      why: 'requests go to other Pods; with Local, a node without a Pod answers nobody.',
    },
    'session-affinity': {
      field: /^spec\.sessionAffinity(?:Config)?\b/,
      shown: 'spec.sessionAffinity',
      risk: 'traffic',
      why: 'clients may reach another Pod than the one that they had.',
    },
    'publish-not-ready': {
      field: /^spec\.publishNotReadyAddresses$/,
      shown: 'spec.publishNotReadyAddresses',
      when: becomes(true),
      risk: 'unavailable',
      why: 'Pods get requests before they are ready.',
    },
    'service-renamed': {
      field: WHOLE,
      shown: 'the object, renamed',
      on: ['renamed'],
      risk: 'unavailable',
      why: 'the new name has another address: callers of the old one fail, and a load balancer gets a new target group.',
    },
    'balanced-service-renamed': {
      field: WHOLE,
      shown: 'the object of type LoadBalancer, renamed',
      when: ({ was }) => isBalanced(was),
      on: ['renamed'],
      risk: 'load-balancer',
      why: 'the load balancer belongs to the name of the Service: the new one has another address.',
    },
    'service-removed': {
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'unavailable',
      why: 'its name resolves to nothing: callers fail, and routes to it answer with 503.',
    },
    'service-added-balanced': {
      field: WHOLE,
      shown: 'the object of type LoadBalancer, added',
      when: ({ now }) => isBalanced(now),
      on: ['added'],
      risk: 'cost',
      why: 'one more load balancer is paid for, by the hour and by what it carries.',
      source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
    },
  },
);

const POLICIES = rowsOf(
  { kinds: 'NetworkPolicy', source: `${K8S}concepts/services-networking/network-policies/` },
  {
    'policy-wider': {
      field: /^spec\.(?:ingress|egress|policyTypes)\b/,
      shown: 'spec.{ingress, egress, policyTypes}, more let through',
      when: ({ was, now }) => isWider(policyAllowances(was), policyAllowances(now)),
      risk: 'widened',
      why: 'a peer, a port or a whole direction is let through that was not.',
    },
    'policy-narrower': {
      field: /^spec\.(?:ingress|egress|policyTypes)\b/,
      shown: 'spec.{ingress, egress, policyTypes}, nothing more let through',
      when: ({ was, now }) => !isWider(policyAllowances(was), policyAllowances(now)),
      risk: 'traffic',
      why: 'calls that were let through are cut at once, those that are open perhaps too.',
    },
    'policy-pods': {
      field: /^spec\.podSelector\b/,
      shown: 'spec.podSelector',
      risk: 'widened',
      why: 'the policy holds for other Pods: those that no policy selects any more are open to all.',
    },
    'policy-removed': {
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'widened',
      why: 'Pods that no other policy selects are open to all.',
    },
    'policy-added': {
      field: WHOLE,
      shown: 'the object, added',
      on: ['added'],
      risk: 'traffic',
      why: 'the first policy that selects a Pod closes its direction for all that no policy lets through.',
    },
  },
);

export const NETWORK_ROWS: readonly RiskRow[] = [...SERVICES, ...POLICIES];
