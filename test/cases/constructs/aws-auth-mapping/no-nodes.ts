import { AwsAuthMapping } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AwsAuthMapping(chart, 'aws-auth', {
    legacy: 'aws-auth',
    replaces: 'whole ConfigMap',
    nodes: [],
  });
});
