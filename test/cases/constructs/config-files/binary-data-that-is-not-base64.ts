import { ConfigFiles } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ConfigFiles(chart, 'app', { binaryData: { a: 'not base64' } });
});
