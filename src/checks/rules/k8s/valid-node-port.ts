import { describeIdentity } from '../../../model/identity';
import { at, listAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { Rule } from '../../engine/rule';

/** A node port that two Services ask for: who comes second is refused, and who that is, is chance. */
export const validNodePort: Rule = {
  id: 'k8s/valid-node-port',
  severity: 'error',
  summary: 'No two Services ask for the same port of the nodes.',
  see: 'Kubernetes: Service, type NodePort, choosing your own port',
  check({ judgedOf, index }, report) {
    const judged = judgedOf('Service').filter((object) => nodePorts(object).length > 0);
    if (judged.length === 0) return;
    const holders = new Map<number, Set<RenderedObject>>();
    for (const object of index.ofKind('', 'Service'))
      for (const { port } of nodePorts(object)) holders.set(port, (holders.get(port) ?? new Set()).add(object));
    for (const object of judged) {
      for (const { port, position } of nodePorts(object)) {
        const other = [...(holders.get(port) ?? [])].find((one) => one !== object);
        if (other === undefined) continue;
        report({
          object,
          path: ['spec', 'ports', position, 'nodePort'],
          found: String(port),
          message: `${describeIdentity(object)} asks for port ${port} of every node, and so does ${describeIdentity(other)}; the server refuses whichever comes second.`,
          fix: 'leave `nodePort` out, and the server picks a free one, or use another number.',
        });
      }
    }
  },
};

function nodePorts({ group, value }: RenderedObject): readonly { readonly port: number; readonly position: number }[] {
  if (group !== '') return [];
  return listAt(value, 'spec', 'ports').flatMap((one, position) => {
    const port = at(one, 'nodePort');
    return typeof port === 'number' && port !== 0 ? [{ port, position }] : [];
  });
}
