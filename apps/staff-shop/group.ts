import { AlbGroup } from 'cdk8s-eks';

/** The load balancer inside the network, for staff. The apps of several owners stand behind it; this is said once for all. */
export const staff = new AlbGroup({
  name: 'staff',
  scheme: 'internal',
  members: ['shop', 'games'],
  loadBalancerAttributes: {
    'idle_timeout.timeout_seconds': '120',
    'routing.http.drop_invalid_header_fields.enabled': 'true',
  },
  tags: { audience: 'staff' },
});
