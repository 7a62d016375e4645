import { AnalysisTemplate, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const errors = new AnalysisTemplate(chart, 'errors', {
    args: ['service'],
    metrics: [
      {
        name: 'errors',
        interval: '1m',
        failureCondition: 'result > 0',
        provider: { web: { url: 'http://probe.shop' } },
      },
    ],
  });
  const templates = [errors];
  new WebService(chart, 'web', {
    image: 'a/b:1',
    port: 8080,
    rollout: { canary: { analysis: { templates }, steps: [{ setWeight: 20 }, { analysis: { templates } }] } },
  });
  new WebService(chart, 'api', {
    image: 'a/b:1',
    port: 8080,
    rollout: { blueGreen: { prePromotionAnalysis: { templates, args: { service: 'api' } } } },
  });
});
