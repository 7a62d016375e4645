import { ListenerRuleConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ListenerRuleConfiguration(chart, 'shop', { fixedResponse: { statusCode: 503 }, stickinessSeconds: 60 });
}, lbc);
