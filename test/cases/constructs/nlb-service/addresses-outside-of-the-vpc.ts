import { NlbService, WebService } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const [first, second] = ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'] as const;
const network = {
  ...eksEnvironment().network,
  cidrs: ['10.10.0.0/16'],
  subnets: {
    public: [{ id: first, availabilityZone: 'eu-central-1a' }],
    private: [{ id: second, availabilityZone: 'eu-central-1a' }],
  },
};

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', {
    backend,
    subnets: [first, second, first],
    privateIpv4Addresses: ['10.10.1.10', '192.168.1.10', '10.10.1.10'],
  });
}, eksEnvironment({ network }));
