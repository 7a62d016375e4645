import type { ContainerUser, ProbeInput } from 'cdk8s-eks';

/** The image runs as its user `app`, 100 in group 101, and writes nowhere. */
export const PODINFO_USER: ContainerUser = { uid: 100, gid: 101 };
export const METRICS = { name: 'http-metrics', containerPort: 9797, servicePort: false } as const;
export const SCRAPED = { 'prometheus.io/port': '9797', 'prometheus.io/scrape': 'true' };

/** podinfo's own client asks from inside the container. */
export function podcli(url: string): ProbeInput {
  return { exec: ['podcli', 'check', 'http', url], initialDelaySeconds: 5, timeoutSeconds: 5 };
}

/** What podinfo rolls out by: it has to be up for three seconds, and within a minute. */
export const ROLLOUT = { spec: { minReadySeconds: 3, progressDeadlineSeconds: 60, revisionHistoryLimit: 5 } };
