import { defineApp } from 'cdk8s-eks';
import { checkout } from './retail/checkout';

export default defineApp({
  name: 'checkout',
  owner: 'retail',
  charts: (scope) => checkout(scope, { podLabels: { fargate: 'yes' } }),
});
