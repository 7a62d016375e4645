import { defined } from '../../src/model/defined';
import type { ResolvedListener } from './gateway-listeners';
import type { NamespaceLabels } from './gateway-props';

/** A listener as a Gateway and a ListenerSet write it. */
export function listenerOf({ name, protocol, port, hostname }: ResolvedListener, tls: object | undefined): object {
  return { name, port, protocol, ...defined({ hostname, tls }) };
}

/** Namespaces as a listener and a Gateway name them. */
export function fromNamespaces(from: 'Same' | 'All' | NamespaceLabels): object {
  if (typeof from === 'string') return { from };
  return { from: 'Selector', selector: { matchLabels: { ...from.labels } } };
}
