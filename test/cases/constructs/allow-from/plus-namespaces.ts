import { allowFrom } from 'cdk8s-eks';
import { Namespaces, Pods } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const namespaces = Namespaces.select(chart, 'namespaces', { names: ['shop', 'db'] });
  const from = Pods.select(chart, 'callers', { labels: { app: 'web' }, namespaces });
  allowFrom(chart, 'calls', { from, to: { namespace: 'db' } });
});
