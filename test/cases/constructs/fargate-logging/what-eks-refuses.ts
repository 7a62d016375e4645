import { FargateLogging } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FargateLogging(chart, 'logging', {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what Fluent Bit would read
    outputs: [{ cloudWatch: { logGroup: '/eks/${CLUSTER}' } }],
    filters: [{ plugin: 'kubernetes', options: { Kube_URL: 'https://kubernetes.default.svc' } }],
  });
});
