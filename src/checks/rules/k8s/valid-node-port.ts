import { describeIdentity } from '../../../model/identity';
import { at, listAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { WholeRule } from '../../engine/rule';

export const validNodePort: WholeRule = {
  id: 'k8s/valid-node-port',
  severity: 'error',
  summary: 'No two Services ask for the same port of the nodes.',
  why: 'A port of the nodes belongs to one Service. The server refuses the second one that asks for it, and chance decides which of the two that is.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port'],
  checkAll({ index }, tellOf) {
    const holders = new Map<number, RenderedObject[]>();
    const asked = index.ofKind('', 'Service').flatMap((object) => nodePorts(object));
    for (const { object, port } of asked) holders.set(port, [...(holders.get(port) ?? []), object]);
    for (const { object, port, position } of asked) {
      const other = holders.get(port)?.find((holder) => holder !== object);
      if (other === undefined) continue;
      tellOf(object)({
        path: ['spec', 'ports', position, 'nodePort'],
        found: String(port),
        what: `it asks for port ${port} of every node, as does ${describeIdentity(other)}; the server refuses the second of the two.`,
        fix: 'leave `nodePort` out, and the server picks a free port, or use another number.',
      });
    }
  },
};

interface NodePort {
  readonly object: RenderedObject;
  readonly port: number;
  readonly position: number;
}

function nodePorts(object: RenderedObject): readonly NodePort[] {
  return listAt(object.value, 'spec', 'ports').flatMap((item, position) => {
    const port = at(item, 'nodePort');
    return typeof port === 'number' && port !== 0 ? [{ object, port, position }] : [];
  });
}
