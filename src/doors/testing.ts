/** The door `cdk8s-eks/testing`: what an app renders, as plain data, for a test of your own. */
export type { Environment } from '../model/environment';
export type { RenderedObject } from '../model/rendered-object';
export { loadTestEnvironments, renderForTest } from '../run/survey/render-for-test';
