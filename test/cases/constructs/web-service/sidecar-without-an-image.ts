import { type SidecarProps, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const proxy = { name: 'proxy' } as SidecarProps;
  new WebService(chart, 'app', { image: 'example.com/app:1', port: 8080, sidecars: [proxy] });
});
