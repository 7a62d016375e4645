import { ConfigFiles } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // As JavaScript gives it, where nobody checks types.
  new ConfigFiles(chart, 'config', { binaryData: { at: new Date(0) as unknown as string } });
});
