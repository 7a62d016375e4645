import { defined } from '../../model/defined';
import type { Finding } from '../../model/finding';
import { describeIdentity } from '../../model/identity';
import { fieldPath } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { RuleFacts, RuleFinding } from './rule';

/** Puts the object in front of what a rule says of it, and everything else that is known beside it. */
export function findingOf(rule: RuleFacts, object: RenderedObject, said: RuleFinding): Finding {
  const { group, kind, namespace, name } = object;
  const source = object.source();
  const silence = rule.always ? undefined : object.silences.find((silenced) => silenced.rule === rule.id);
  return {
    rule: rule.id,
    severity: said.severity ?? rule.severity,
    environment: object.environment,
    app: object.app,
    object: { group, kind, ...defined({ namespace }), name },
    field: fieldPath(said.path),
    ...defined({ found: said.found, wanted: said.wanted }),
    message: `${subjectOf(object)}: ${said.what}`,
    fix: said.fix,
    see: rule.see[0],
    construct: object.construct,
    ...defined({ source }),
    ...(silence === undefined ? {} : { silenced: silence.reason }),
  };
}

/** `Service shop/web`; objects that people wrote may lack a name or even a kind. */
function subjectOf(object: RenderedObject): string {
  if (object.name === '') return `${object.kind === '' ? 'Object' : object.kind} without a name`;
  return object.kind === '' ? `Object "${object.name}"` : describeIdentity(object);
}
