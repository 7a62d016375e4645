import { AccessEntry } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const environment = eksEnvironment({
  identity: { mode: 'irsa', iamRoles: { carts: 'carts' }, authenticationMode: 'CONFIG_MAP' },
});

export default mistake((chart) => {
  new AccessEntry(chart, 'team', { iamRole: 'carts', groups: ['team'] });
}, environment);
