import { override, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const { deployment } = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  override(deployment, { started: [new Date(0)] }, ['spec', 'template', 'spec', 'containers', 0]);
});
