import type { Api, Live } from './api';
import { pause } from './processes';

/**
 * What a cluster on AWS has and this one does not, by the status it writes and nothing else: the address of a load
 * balancer, a volume for a claim, a Secret store that answers, Karpenter for its pools, numbers for an autoscaler,
 * and who serves Gateways.
 */
export class StandIns {
  private stopping = false;
  private readonly loop: Promise<void>;

  constructor(private readonly api: Api) {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.loop;
  }

  private async run(): Promise<void> {
    const duties = [addresses, loadBalancers, volumes, secretStores, nodePools, autoscalers, gateways];
    while (!this.stopping) {
      // A kind that is not served yet, an object that went in between: the next round sees it.
      for (const duty of duties) await duty(this.api).catch(() => undefined);
      await pause(500);
    }
  }
}

const address = { loadBalancer: { ingress: [{ hostname: 'loopback.elb.amazonaws.com' }] } };

async function addresses(api: Api): Promise<void> {
  for (const ingress of await api.listAll('networking.k8s.io/v1', 'Ingress')) {
    if (ingress.status?.loadBalancer?.ingress === undefined) await api.patch(ingress, { status: address }, '/status');
  }
}

/** The load balancer controller: every class, Gateway and route is accepted. */
async function gateways(api: Api): Promise<void> {
  const group = 'gateway.networking.k8s.io/v1';
  const conditions = ({ metadata: { generation } }: Live, ...types: readonly string[]) =>
    types.map((type) => ({
      type,
      status: 'True',
      reason: type,
      message: '',
      lastTransitionTime: '2026-01-01T00:00:00Z',
      observedGeneration: generation,
    }));
  for (const one of await api.listAll(group, 'GatewayClass'))
    if (one.status?.conditions?.[0]?.status !== 'True')
      await api.patch(one, { status: { conditions: conditions(one, 'Accepted') } }, '/status');
  for (const one of await api.listAll(group, 'Gateway'))
    if (one.status?.addresses === undefined)
      await api.patch(
        one,
        {
          status: {
            addresses: [{ type: 'Hostname', value: 'loopback.elb.amazonaws.com' }],
            conditions: conditions(one, 'Accepted', 'Programmed'),
          },
        },
        '/status',
      );
  for (const one of await api.listAll(group, 'HTTPRoute'))
    if (one.status?.parents?.[0]?.conditions?.[0]?.observedGeneration !== one.metadata.generation)
      await api.patch(
        one,
        {
          status: {
            parents: one.spec.parentRefs.map((parentRef: object) => ({
              parentRef,
              controllerName: 'gateway.k8s.aws/alb',
              conditions: conditions(one, 'Accepted', 'ResolvedRefs'),
            })),
          },
        },
        '/status',
      );
}

async function loadBalancers(api: Api): Promise<void> {
  for (const service of await api.listAll('v1', 'Service')) {
    const wanted = service.spec.type === 'LoadBalancer' && service.status?.loadBalancer?.ingress === undefined;
    if (wanted) await api.patch(service, { status: address }, '/status');
  }
}

/** The CSI driver: a volume for each claim that is to be bound now; the cluster's own controller binds it. */
async function volumes(api: Api): Promise<void> {
  const claims = await api.listAll('v1', 'PersistentVolumeClaim');
  const classes = await api.listAll('storage.k8s.io/v1', 'StorageClass');
  for (const claim of claims) {
    const { name, namespace, uid, annotations = {} } = claim.metadata;
    const storageClass = classes.find((one) => one.metadata.name === claim.spec.storageClassName);
    if (claim.status?.phase === 'Bound' || storageClass === undefined) continue;
    const waits = storageClass.volumeBindingMode === 'WaitForFirstConsumer';
    if (waits && annotations['volume.kubernetes.io/selected-node'] === undefined) continue;
    await api.apply({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `pvc-${uid}`, annotations: { 'pv.kubernetes.io/provisioned-by': storageClass.provisioner } },
      spec: {
        accessModes: claim.spec.accessModes,
        capacity: { storage: claim.spec.resources.requests.storage },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid },
        csi: { driver: storageClass.provisioner, volumeHandle: `vol-${uid}` },
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: claim.spec.storageClassName,
      },
    });
  }
}

async function secretStores(api: Api): Promise<void> {
  for (const kind of ['ClusterSecretStore', 'ExternalSecret']) {
    for (const object of await api.listAll('external-secrets.io/v1', kind)) {
      if (object.status?.conditions !== undefined) continue;
      await api.patch(object, { status: { conditions: [condition('Ready', 'Synced')] } }, '/status');
    }
  }
}

/** Argo CD waits for a pool and its class until Karpenter says that they are ready. */
async function nodePools(api: Api): Promise<void> {
  const kinds = [
    ['karpenter.k8s.aws/v1', 'EC2NodeClass'],
    ['karpenter.sh/v1', 'NodePool'],
  ] as const;
  for (const [apiVersion, kind] of kinds) {
    for (const object of await api.listAll(apiVersion, kind)) {
      if (object.status?.conditions !== undefined) continue;
      await api.patch(object, { status: { conditions: [condition('Ready', 'Ready')] } }, '/status');
    }
  }
}

/** The controller is off here: without a metrics server it calls every autoscaler degraded. */
async function autoscalers(api: Api): Promise<void> {
  for (const object of await api.listAll('autoscaling/v2', 'HorizontalPodAutoscaler')) {
    if (object.status?.conditions !== undefined) continue;
    const conditions = [condition('AbleToScale', 'ReadyForNewScale'), condition('ScalingActive', 'ValidMetricFound')];
    const replicas = { currentReplicas: object.spec.minReplicas, desiredReplicas: object.spec.minReplicas };
    await api.patch(object, { status: { ...replicas, currentMetrics: [], conditions } }, '/status');
  }
}

function condition(type: string, reason: string): Live {
  return { type, status: 'True', reason, message: 'a stand-in says so', lastTransitionTime: '2026-01-01T00:00:00Z' };
}
