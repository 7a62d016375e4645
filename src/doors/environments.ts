/** The door `cdk8s-eks/environments`: the settings of a project, for a cdk8s App of your own or a test. */
export type { Environment } from '../model/environment';
export type { EnvironmentSettings, WrittenAddOn, WrittenSettings } from '../model/environment-settings';
export { environmentFrom, loadEnvironment } from '../run/survey/one-environment';
