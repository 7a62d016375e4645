import { AwsAuthMapping } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const environment = eksEnvironment({
  identity: { mode: 'irsa', iamRoles: { carts: 'carts' }, authenticationMode: 'API' },
});

export default mistake((chart) => {
  new AwsAuthMapping(chart, 'aws-auth', {
    legacy: 'aws-auth',
    replaces: 'whole ConfigMap',
    nodes: [{ iamRole: 'carts' }],
  });
}, environment);
