import type { CheckInput } from '../../model/check-input';
import { byPlace, type Finding, type Verdict } from '../../model/finding';
import { hideInFindings } from '../../model/hide-secrets';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { SecretValues } from '../../model/secret-values';
import { platformObjects } from '../reads/platform-objects';
import { RULES } from '../registry';
import { withBroughtDefinitions } from '../schema/brought-definitions';
import { findingOf } from './finding-of';
import { groupByKind } from './judged-kinds';
import { NullIsAbsent } from './null-is-absent';
import { indexObjects } from './object-index';
import type { CheckContext, ObjectRule, PodRule, Rule, Tell, WholeRule } from './rule';

/** All rules on everything one cluster gets. Pure: same input, same findings, in the same order. */
export function check(input: CheckInput, rules: readonly Rule[] = RULES): Verdict {
  const { judgedApps } = input;
  const nulls = new NullIsAbsent();
  const objects = nulls.read(input.objects);
  const judged = judgedApps === undefined ? objects : objects.filter((o) => judgedApps.has(o.app));
  const index = indexObjects(objects, input.environment.external, platformObjects(input.environment, objects));
  const templates =
    judgedApps === undefined ? index.templates : index.templates.filter(({ owner }) => judgedApps.has(owner.app));
  const kinds = groupByKind(judged);
  const { asWritten } = nulls;
  const schemas = withBroughtDefinitions(input.schemas, objects);
  const context: CheckContext = { ...input, schemas, objects, judged, judgedKinds: kinds.lists, index, asWritten };
  const findings: Finding[] = [];
  /** Objects that are gone, and are judged all the same. */
  const gone = new Set<RenderedObject>();
  const ofAll = (rule: WholeRule) =>
    rule.checkAll(context, (object) => (finding) => {
      if (judgedApps !== undefined && !judgedApps.has(object.app)) return;
      if (index.find(object) === undefined) gone.add(object);
      findings.push(findingOf(rule, object, finding));
    });
  for (const rule of rules) {
    const teller = new Teller(rule, findings);
    if ('kinds' in rule) checkObjects(rule, rule.kinds.map(kinds.of), context, teller);
    else if ('checkPod' in rule) checkPods(rule, templates, context, teller);
    else ofAll(rule);
  }
  const known = [...input.objects, ...(input.before?.values() ?? [])];
  const told = findings.length === 0 ? findings : hideInFindings(findings, SecretValues.ofObjects(known));
  return {
    environment: input.environment.name,
    findings: [...told].sort(byPlace),
    objects: judged.length + gone.size,
  };
}

type Objects = readonly RenderedObject[];

function checkObjects(rule: ObjectRule, lists: readonly Objects[], context: CheckContext, teller: Teller): void {
  for (const objects of lists) for (const object of objects) rule.check(object, context, teller.about(object));
}

function checkPods(rule: PodRule, templates: readonly PodTemplate[], context: CheckContext, teller: Teller): void {
  for (const template of templates) rule.checkPod(template, context, teller.about(template.owner));
}

/** One function for all objects of a rule: to make one for each would cost more than most rules do. */
class Teller {
  private object: RenderedObject | undefined;
  private readonly tell: Tell;

  constructor(rule: Rule, findings: Finding[]) {
    this.tell = (finding) => {
      if (this.object !== undefined) findings.push(findingOf(rule, this.object, finding));
    };
  }

  about(object: RenderedObject): Tell {
    this.object = object;
    return this.tell;
  }
}
