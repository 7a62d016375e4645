/// <reference path="./text-files.d.ts" preserve="true" />

/** The door of `cdk8s-eks`: constructs and what an app module needs. */
export { type App, defineApp } from './define-app';
export { type EksEnvironment, Environment, type KubernetesEnvironment } from './environment';
export { releasedImage, releaseFlag } from './release';
export { silence } from './silence';
