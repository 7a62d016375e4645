import type { SchemaNode } from '../../model/schema';
import { compactKind } from './compact-node';
import type { OpenApi } from './open-api';

const STRING = { type: 'string' } as const;

/** What a custom kind's objects are judged by: its published schema, and what every object has. */
export function customDefinition(schema: OpenApi): SchemaNode {
  const node = compactKind(schema, () => undefined);
  const identity = { apiVersion: STRING, kind: STRING, metadata: { ref: 'ObjectMeta' } };
  return { ...node, properties: { ...node.properties, ...identity } };
}
