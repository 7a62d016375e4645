import { defineApp } from 'cdk8s-eks';
import { catalog } from './retail/catalog';
import { nlb } from './retail/nlb';
import { ui } from './retail/ui';

export default defineApp({
  name: 'catalog',
  owner: 'retail',
  charts(scope, { values }) {
    catalog(scope, `${values['rdsEndpoint']}:3306`, 'catalog-rds');
    ui(scope, () => nlb('instance', values['inboundCidr']));
  },
});
