import { FargateLogging } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const patterns = Array.from({ length: 200 }, (_, index) => `log a-line-to-be-left-out-${index}`);

export default mistake((chart) => {
  new FargateLogging(chart, 'logging', {
    outputs: [{ kinesis: { stream: 'logs' } }],
    filters: [{ plugin: 'grep', options: { Exclude: patterns } }],
  });
});
