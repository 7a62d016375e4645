import { defineApp } from 'cdk8s-eks';
import { checkout } from './retail/checkout';

export default defineApp({
  name: 'checkout',
  owner: 'retail',
  charts: (scope) => checkout(scope, { podLabels: { fargate: 'yes' }, resources: { cpu: '1', memory: '2.5G' } }),
});
