import { FargateLogging } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FargateLogging(chart, 'logging', { outputs: [], filters: [{ plugin: 'lua' as 'nest' }] });
});
