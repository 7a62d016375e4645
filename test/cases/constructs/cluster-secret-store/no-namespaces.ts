import { ClusterSecretStore } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterSecretStore(chart, 'aws', { namespaces: [] });
});
