/** An app with an obstacle of each kind that rendered objects can be on the way from 1.33 to 1.37. */
export const PLANTED_APP = `import { ApiObject, Chart } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';

const pod = (spec: object = {}, container: object = {}) => ({
  securityContext: { runAsNonRoot: true, runAsUser: 1000 },
  ...spec,
  containers: [
    {
      name: 'main',
      image: 'registry.example.com/legacy@sha256:${'0'.repeat(64)}',
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      ...container,
    },
  ],
});

export default defineApp({
  name: 'legacy',
  owner: 'legacy',
  skip: { dev: 'production alone has it', staging: 'production alone has it', local: 'production alone has it' },
  charts(scope, environment) {
    const chart = new Chart(scope, 'legacy', { namespace: 'legacy' });
    const minor = Number(environment.kubernetesVersion.split('.')[1]);
    const make = (apiVersion: string, kind: string, name: string, more: object = {}, metadata: object = {}) =>
      new ApiObject(chart, [kind, name].join('-'), { apiVersion, kind, metadata: { name, ...metadata }, ...more });
    const labels = (app: string) => ({ app });
    const workload = (kind: string, name: string, spec: object, more: object = {}) =>
      make('apps/v1', kind, name, {
        spec: {
          replicas: 1,
          selector: { matchLabels: labels(name) },
          template: { metadata: { labels: labels(name) }, spec },
          ...more,
        },
      });
    make('v1', 'Namespace', 'legacy', {}, { labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } });

    // Removed, superseded and deprecated APIs.
    make('storage.k8s.io/v1beta1', 'VolumeAttributesClass', 'fast', { driverName: 'ebs.csi.aws.com', parameters: { iops: '4000' } });
    make('resource.k8s.io/v1beta1', 'DeviceClass', 'gpus', { spec: {} });
    make('v1', 'Service', 'partner', { spec: { ports: [{ port: 443 }], externalIPs: ['203.0.113.7'] } });
    make('v1', 'Endpoints', 'partner', { subsets: [{ addresses: [{ ip: '203.0.113.8' }], ports: [{ port: 443 }] }] });
    make('v1', 'ServiceAccount', 'vault', {}, { annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } });
    workload('Deployment', 'confined', pod({}, { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }));

    // A field that 1.35 alone knows, and that the app renders from then on.
    workload('Deployment', 'gang', pod(minor >= 35 ? { workloadRef: { name: 'gang', podGroup: 'all' } } : {}));

    // Pod Security, as of 1.34.
    workload('Deployment', 'probed', pod({}, { readinessProbe: { httpGet: { host: '203.0.113.9', port: 80 } } }));

    // Controllers that are too old.
    workload('Deployment', 'karpenter', pod({}, { image: 'public.ecr.aws/karpenter/controller:1.5.0' }));
    workload('Deployment', 'autoscaler', pod({}, { image: 'registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.0' }));

    // Nodes of Karpenter.
    const nodes = { role: 'karpenter-nodes', subnetSelectorTerms: [{ tags: { cluster: '*' } }], securityGroupSelectorTerms: [{ tags: { cluster: '*' } }] };
    make('karpenter.k8s.aws/v1', 'EC2NodeClass', 'pinned', {
      spec: { ...nodes, amiFamily: 'AL2023', amiSelectorTerms: [{ id: 'ami-0123456789abcdef0' }] },
    });
    make('karpenter.k8s.aws/v1', 'EC2NodeClass', 'tuned', {
      spec: {
        ...nodes,
        amiSelectorTerms: [{ alias: 'al2023@latest' }],
        userData: ['#!/bin/bash', 'grubby --args="systemd.unified_cgroup_hierarchy=0"', 'KUBELET_ARGS="--pod-infra-container-image=pause"'].join('\\n'),
      },
    });

    // Changed defaults and behaviour.
    make('networking.k8s.io/v1', 'IngressClass', 'nginx', { spec: { controller: 'k8s.io/ingress-nginx' } });
    workload('Deployment', 'cloned', pod({ volumes: [{ name: 'code', gitRepo: { repository: 'https://git.example.com/code.git' } }] }));
    make('networking.k8s.io/v1', 'NetworkPolicy', 'office', {
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ ipBlock: { cidr: '203.0.113.5/24' } }] }] },
    });
    make('v1', 'PersistentVolumeClaim', 'shared', {
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'gp3', resources: { requests: { storage: '1Gi' } } },
    });
    workload('Deployment', 'labelled', pod({
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seLinuxOptions: { level: 's0:c1,c2' } },
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'shared' } }],
    }, { volumeMounts: [{ name: 'data', mountPath: '/data' }] }));
    make('v1', 'Service', 'queue', { spec: { clusterIP: 'None', selector: labels('queue'), ports: [{ port: 80 }] } });
    workload('StatefulSet', 'queue', pod({}, { ports: [{ containerPort: 80 }] }), {
      replicas: 3,
      serviceName: 'queue',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } },
    });
  },
});
`;

/** The owner of the app, in `defaults.yaml`. */
export const PLANTED_OWNER = `  legacy:
    platform: true
    namespaces: [legacy]
    clusterKinds:
      - Namespace
      - IngressClass
      - DeviceClass
      - VolumeAttributesClass
      - EC2NodeClass.karpenter.k8s.aws
`;
