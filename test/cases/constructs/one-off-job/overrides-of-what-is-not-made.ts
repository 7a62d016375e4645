import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'web', { image: 'a/b:1', serviceAccount: { name: 'web' }, overrides: { serviceAccount: {} } });
});
