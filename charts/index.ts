/// <reference path="./text-files.d.ts" preserve="true" />

/** The door of `cdk8s-eks`: constructs and what an app module needs. */
export { type App, defineApp } from './define-app';
export { type EksEnvironment, Environment, type KubernetesEnvironment } from './environment';
export { override, type Patch } from './override';
export { releasedImage, releaseFlag } from './release';
export { silence } from './silence';
export type { AutoscalingProps } from './workload/autoscaling';
export { ConfigFiles, type ConfigFilesProps } from './workload/config-files';
export type { PodProps, PortProps } from './workload/pod-props';
export type { ProbeInput } from './workload/probes';
export type { ContainerResources } from './workload/resources';
export { ScheduledJob, type ScheduledJobProps } from './workload/scheduled-job';
export type { ContainerUser, SecurityProfile } from './workload/security';
export { type ClaimTemplate, StatefulService, type StatefulServiceProps } from './workload/stateful-service';
export { fromConfigMap, fromSecret } from './workload/values';
export type { Mount, WritableFolder } from './workload/volumes';
export { WebService, type WebServiceProps } from './workload/web-service';
