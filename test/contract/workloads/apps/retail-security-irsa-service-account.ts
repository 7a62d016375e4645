import { defineApp } from 'cdk8s-eks';
import { carts } from './retail/carts';

export default defineApp({
  name: 'carts',
  owner: 'retail',
  charts: (scope) => carts(scope, { RETAIL_CART_PERSISTENCE_DYNAMODB_TABLE_NAME: 'eks-workshop-carts' }, 'carts'),
});
