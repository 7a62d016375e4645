import { AnalysisTemplate } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const metricStat = {
    metric: { namespace: 'AWS/ApplicationELB', metricName: 'RequestCount' },
    period: 45,
    stat: 'Sum',
  };
  new AnalysisTemplate(chart, 'errors', {
    metrics: [
      {
        name: 'errors',
        successCondition: 'result[0].Values[0] < 1',
        provider: {
          cloudWatch: {
            metricDataQueries: [
              { id: 'Rate', expression: '', returnData: false },
              { id: 'requests', metricStat, returnData: false },
              { id: 'requests', expression: 'requests / 2', returnData: false },
            ],
          },
        },
      },
    ],
  });
});
