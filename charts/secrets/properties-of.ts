import { ToolError } from '../../src/model/errors';
import type { RemoteKey } from './external-secret-props';

/**
 * The properties of one secret that is JSON, each as a key of the same name, for the `data` of an ExternalSecret.
 * @throws ToolError when the secret or a property has no name
 * @example
 * import { propertiesOf } from 'cdk8s-eks';
 * export const data = { ...propertiesOf('shop/db', ['username', 'password']), token: { key: 'shop/token' } };
 */
export function propertiesOf(key: string, properties: readonly string[]): Record<string, RemoteKey> {
  const wrong = wrongNames(key, properties);
  if (wrong.length > 0)
    throw new ToolError('APP_RENDER', [
      {
        message: `propertiesOf() is given ${wrong.join(', and ')}: the ExternalSecret would never be synced.`,
        fix: "name the secret and a list of its properties, such as propertiesOf('shop/db', ['username']).",
      },
    ]);
  return Object.fromEntries(properties.map((property) => [property, { key, property }]));
}

/** JavaScript, and values of an environment, give what the types do not. */
function wrongNames(key: unknown, properties: unknown): readonly string[] {
  const named = (what: string, one: unknown) =>
    typeof one === 'string' && one !== '' ? [] : [`${JSON.stringify(one)} as ${what}`];
  const ofList = Array.isArray(properties)
    ? properties.flatMap((property, index) => named(`property ${index + 1}`, property))
    : [`${JSON.stringify(properties)} as list of properties`];
  return [...named('name of the secret', key), ...ofList];
}
