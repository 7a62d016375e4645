/** The door `cdk8s-eks/testing`: what an app renders, as plain data, for a test of your own. */
export type { Environment } from '../model/environment';
export type { ObjectIdentity } from '../model/identity';
export type { JsonObject, JsonValue } from '../model/json';
export type { RenderedObject, Silence } from '../model/rendered-object';
export type { SourcePlace } from '../model/source-place';
export { loadTestEnvironments, renderForTest } from '../run/survey/render-for-test';
