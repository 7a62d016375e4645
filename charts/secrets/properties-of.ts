import type { RemoteKey } from './external-secret-props';

/**
 * The properties of one secret that is JSON, each as a key of the same name, for the `data` of an ExternalSecret.
 * @example
 * import { propertiesOf } from 'cdk8s-eks';
 * export const data = { ...propertiesOf('shop/db', ['username', 'password']), token: { key: 'shop/token' } };
 */
export function propertiesOf(key: string, properties: readonly string[]): Record<string, RemoteKey> {
  return Object.fromEntries(properties.map((property) => [property, { key, property }]));
}
