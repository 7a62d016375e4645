import { releaseFlag } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  releaseFlag(chart, 'newCart');
});
