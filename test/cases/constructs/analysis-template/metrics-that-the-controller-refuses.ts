import { AnalysisTemplate } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const provider = { web: { url: 'http://probe.shop' } };
  new AnalysisTemplate(chart, 'errors', {
    metrics: [
      { name: 'twice', count: 3, successCondition: 'true', provider },
      { name: 'twice', count: 0, interval: '1m', failureLimit: -2, successCondition: 'true', provider },
    ],
  });
});
