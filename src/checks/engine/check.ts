import type { CheckInput } from '../../model/check-input';
import { byPlace, type Finding, type Verdict } from '../../model/finding';
import { fieldPath } from '../../model/json';
import { RULES } from '../registry';
import { byKind, indexObjects } from './object-index';
import type { CheckContext, Remark, Rule } from './rule';

/** All rules on everything one cluster gets. Pure: same input, same findings, in the same order. */
export function check(input: CheckInput, rules: readonly Rule[] = RULES): Verdict {
  const { judgedApps } = input;
  const judged = judgedApps === undefined ? input.objects : input.objects.filter((o) => judgedApps.has(o.app));
  const wanted = judgedApps === undefined ? undefined : new Set(judged);
  const index = indexObjects(input.objects, input.environment.external);
  const kinds = byKind(judged);
  const context: CheckContext = {
    ...input,
    judged,
    judgedOf: (...names) =>
      names.length === 1 ? (kinds.get(names[0] as string) ?? []) : names.flatMap((name) => kinds.get(name) ?? []),
    judgedKinds: [...kinds.values()],
    templates: wanted === undefined ? index.templates : index.templates.filter(({ owner }) => wanted.has(owner)),
    index,
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    rule.check(context, (remark) => {
      if (wanted === undefined || wanted.has(remark.object)) findings.push(finding(rule, remark));
    });
  }
  return { environment: input.environment.name, findings: findings.sort(byPlace), objects: judged.length };
}

function finding(rule: Rule, remark: Remark): Finding {
  const { object } = remark;
  const { group, kind, namespace, name } = object;
  const source = object.source();
  const silence = object.silences.find((one) => one.rule === rule.id);
  return {
    rule: rule.id,
    severity: remark.severity ?? rule.severity,
    environment: object.environment,
    app: object.app,
    object: { group, kind, ...(namespace === undefined ? {} : { namespace }), name },
    field: fieldPath(remark.path),
    ...(remark.found === undefined ? {} : { found: remark.found }),
    ...(remark.wanted === undefined ? {} : { wanted: remark.wanted }),
    message: remark.message,
    fix: remark.fix,
    see: rule.see,
    construct: object.construct,
    ...(source === undefined ? {} : { source }),
    ...(silence === undefined ? {} : { silenced: silence.reason }),
  };
}
