import { AccessEntry } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const environment = eksEnvironment({
  identity: { mode: 'irsa', iamRoles: { eks: 'aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS' } },
});

export default mistake((chart) => {
  new AccessEntry(chart, 'team', { iamRole: 'eks', groups: ['team'] });
}, environment);
