import { hardened } from 'cdk8s-eks';
import { Deployment, LabelSelector } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new Deployment(chart, 'web', { containers: [{ image: 'example.com/web:1' }], select: false });
  web.select(LabelSelector.of({ labels: { app: 'web' } }));
  hardened(web, { selectorLabels: { app: 'shop' } });
});
