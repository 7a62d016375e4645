import { FargateLogging } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FargateLogging(chart, 'logging', {
    outputs: [
      {
        cloudWatch: { logGroup: '/eks/far gate' },
        region: 'mars',
        options: { Region: 'us-east-1', Log_Group_Name: 'other' },
      },
      { openSearch: { host: 'https://search.example.com', index: 'logs' } },
    ],
    parsers: [{ name: 'x', format: 'regex' }],
  });
});
