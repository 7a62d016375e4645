import { defineApp } from 'cdk8s-eks';
import { checkout } from './retail/checkout';

const sameNode = (name: string) => {
  const labelSelector = { matchLabels: { 'app.kubernetes.io/name': name } };
  return { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }] };
};

export default defineApp({
  name: 'checkout',
  owner: 'retail',
  charts: (scope) =>
    checkout(scope, { affinity: { podAffinity: sameNode('checkout-redis'), podAntiAffinity: sameNode('checkout') } }),
});
