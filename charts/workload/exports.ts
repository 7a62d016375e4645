/** What the door passes on of this folder. */
export type { AutoscalingProps } from './autoscaling';
export { BatchJob } from './batch-job';
export type { BatchJobProps } from './batch-job-props';
export type { BatchPodProps } from './batch-pod-props';
export type { ClaimTemplate } from './claim-templates';
export { ConfigFiles, type ConfigFilesProps } from './config-files';
export type { ContainerPatches } from './container-patches';
export type {
  ContainerProps,
  ContainerSecurity,
  DeviceInput,
  ExtraContainerProps,
  InitContainerProps,
  PortProps,
  SidecarProps,
} from './container-props';
export type { ExposedProps, ExposeProps } from './expose';
export type { HostAccess, HostPath } from './host-access';
export type { JobProps } from './job-props';
export type { JobSetFailureRule, JobSetProps, ReplicatedJobProps } from './job-set-props';
export type { Naming, NamingProps } from './labels';
export type { LifecycleHook, LifecycleProps } from './lifecycle';
export type {
  ClaimMount,
  ClaimTemplateMount,
  ConfigMapMount,
  EmptyDirMount,
  EmptyFolder,
  Mount,
  MountedFiles,
  MountPlace,
  MountSource,
  OneSource,
  SecretMount,
  VolumeMountOf,
  WritableFolder,
} from './mount';
export { NodeAgent, type NodeAgentProps } from './node-agent';
export { type JobHook, OneOffJob, type OneOffJobProps } from './one-off-job';
export type { PodProps } from './pod-props';
export type { PodResources } from './pod-resources';
export type { PodOptions } from './pod-template';
export type { NamedPorts, OneOrNamedPorts, OnePort } from './port-props';
export type {
  ExecProbe,
  GrpcProbe,
  HttpProbe,
  OneHandler,
  PlusProbe,
  ProbeHandler,
  ProbeInput,
  ProbeTiming,
  TcpProbe,
} from './probes';
export type { PreferredTopology, QueueInput, QueueOptions, QueueProps, QueueTopology, RequiredTopology } from './queue';
export type { FixedOrScaledReplicas, FixedReplicas, NotScaled, ReplicaProps, ScaledReplicas } from './replicas';
export type { ContainerResources, SizeName } from './resources';
export type {
  DeploymentProps,
  DeploymentStrategyProps,
  DisruptionBudgetProps,
  LeastAvailable,
  MostUnavailable,
  ProgressProps,
  RollingUpdate,
} from './rollout-props';
export { ScheduledJob, type ScheduledJobProps } from './scheduled-job';
export type { ContainerUser, SecurityProfile } from './security-profile';
export type { ExtraServiceProps, ServedProps, ServiceProps } from './service-props';
export {
  type FixedStatefulReplicas,
  type StatefulReplicas,
  StatefulService,
  type StatefulServiceOptions,
  type StatefulServiceProps,
} from './stateful-service';
export type { ClaimRetention, StatefulRollingUpdate, StatefulSetProps } from './stateful-set';
export type { Spread, SpreadInput } from './topology-spread';
export {
  type CpuInput,
  type EnvFromInput,
  type EnvInput,
  fromConfigMap,
  fromSecret,
  type Named,
  type NamedObject,
  type SizeInput,
} from './values';
export { WebService, type WebServiceOptions, type WebServiceProps } from './web-service';
export { Worker, type WorkerOptions, type WorkerProps } from './worker';
export { ServedWorkload, Workload } from './workload';
