import { AnalysisTemplate } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AnalysisTemplate(chart, 'errors', { metrics: [] });
});
