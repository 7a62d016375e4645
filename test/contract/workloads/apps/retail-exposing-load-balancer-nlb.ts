import { defineApp } from 'cdk8s-eks';
import { nlb } from './retail/nlb';
import { ui } from './retail/ui';

export default defineApp({
  name: 'ui',
  owner: 'retail',
  charts: (scope, { values }) => ui(scope, () => nlb('instance', values['inboundCidr'])),
});
