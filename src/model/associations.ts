import { ASSOCIATION_ANNOTATION, ASSOCIATION_KIND, type Association } from '../knowledge/aws/pod-identity';
import { defined } from './defined';
import { at, type JsonValue, mapAt, textAt } from './json';
import { parsedObject } from './parsed-object';
import type { RenderedObject } from './rendered-object';

/** An association that an object asks for. */
export interface AskedAssociation extends Association {
  readonly asker: RenderedObject;
  /** Whether ACK makes it of the object, or somebody outside the cluster. */
  readonly madeBy: 'ack' | 'others';
}

/** The association that an object of ACK's kind, or the annotation of a ServiceAccount, asks for. */
export function associationOf(object: RenderedObject): AskedAssociation | undefined {
  if (object.kind === ASSOCIATION_KIND.kind && object.group === ASSOCIATION_KIND.group) return ofAck(object);
  if (object.kind !== 'ServiceAccount' || object.group !== '') return undefined;
  const found = parsedObject(textAt(mapAt(object.value, 'metadata', 'annotations'), ASSOCIATION_ANNOTATION));
  if (found === undefined) return undefined;
  const { namespace = '', name } = object;
  return {
    ...fieldsOf(found, 'roleArn', 'targetRoleArn'),
    namespace,
    serviceAccount: name,
    asker: object,
    madeBy: 'others',
  };
}

function ofAck(object: RenderedObject): AskedAssociation {
  const spec = at(object.value, 'spec');
  return { ...fieldsOf(spec, 'roleARN', 'targetRoleARN'), asker: object, madeBy: 'ack' };
}

/** ACK writes initialisms in capitals, EKS does not. */
function fieldsOf(spec: JsonValue | undefined, role: string, target: string): Association {
  const tagsOff = at(spec, 'disableSessionTags');
  return {
    clusterName: textAt(spec, 'clusterName') ?? '',
    namespace: textAt(spec, 'namespace') ?? '',
    serviceAccount: textAt(spec, 'serviceAccount') ?? '',
    roleArn: textAt(spec, role) ?? '',
    ...defined({
      targetRoleArn: textAt(spec, target),
      disableSessionTags: typeof tagsOff === 'boolean' ? tagsOff : undefined,
      policy: textAt(spec, 'policy'),
    }),
  };
}
