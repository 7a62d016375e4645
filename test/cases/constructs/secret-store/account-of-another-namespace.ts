import { SecretStore } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new SecretStore(chart, 'aws', { serviceAccount: { name: 'reader', namespace: 'elsewhere' } });
});
