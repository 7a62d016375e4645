import { validPodSecurity } from '../../../../src/checks/rules/policy/valid-pod-security';
import { saidBy } from '../../../support/schemas';

function said(version: string, sysctl: string): readonly string[] {
  const labels = {
    'pod-security.kubernetes.io/enforce': 'baseline',
    'pod-security.kubernetes.io/enforce-version': version,
  };
  const securityContext = { sysctls: [{ name: sysctl, value: '0' }] };
  return saidBy(
    validPodSecurity,
    [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', namespace: 'shop' },
        spec: { securityContext, containers: [{ name: 'web', image: 'web:1' }] },
      },
    ],
    '1.37',
  );
}

it.each(['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'])(
  '9.9 %s is safe from 1.37 of the standard on, and not before',
  (sysctl) => {
    expect(said('v1.37', sysctl)).toEqual([]);
    expect(said('v1.36', sysctl)).toHaveLength(1);
  },
);
