import { mapAt } from '../../model/json';
import type { ObjectIndex } from '../engine/object-index';

/** Labels of a namespace; the server adds its name to every one. */
export function namespaceLabels(namespace: string, index: ObjectIndex): Readonly<Record<string, unknown>> {
  const rendered = index.find({ group: '', kind: 'Namespace', name: namespace });
  return { ...mapAt(rendered?.value, 'metadata', 'labels'), 'kubernetes.io/metadata.name': namespace };
}
