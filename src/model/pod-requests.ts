/** A container of a Pod, with how much of one resource it requests. */
export interface ContainerRequest {
  readonly request: number;
  /** Whether it runs for as long as its Pod does: a regular container, or a native sidecar among the init containers. */
  readonly runsAlong: boolean;
  readonly init: boolean;
}

/**
 * How much of a resource a Pod requests: what runs along together, or an init container with the sidecars that start
 * before it, whichever is more.
 * @param containers init containers in the order in which they start
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function podRequest(containers: readonly ContainerRequest[]): number {
  let along = 0;
  let starting = 0;
  let most = 0;
  for (const { request, runsAlong, init } of containers) {
    if (runsAlong) along += request;
    if (!init) continue;
    most = Math.max(most, starting + request);
    if (runsAlong) starting += request;
  }
  return Math.max(along, most);
}
