import { defineApp } from 'cdk8s-eks';
import { checkout } from './retail/checkout';

const topologyKey = 'kubernetes.io/hostname';
const component = (name: string, instance: Readonly<Record<string, string>> = {}) => ({
  topologyKey,
  labelSelector: { matchLabels: { 'app.kubernetes.io/name': name, ...instance } },
});

export default defineApp({
  name: 'checkout',
  owner: 'retail',
  charts: (scope) =>
    checkout(scope, {
      affinity: {
        podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [component('checkout-redis')] },
        podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [component('checkout')] },
      },
    }),
});
