import { describeIdentity } from '../../../model/identity';
import { textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, Report, Rule } from '../../engine/rule';

/** An Ingress or Pod of a class that does not exist is ignored or refused. */
export const noMissingClass: Rule = {
  id: 'k8s/no-missing-class',
  severity: 'error',
  summary: 'The IngressClass of an Ingress, and the PriorityClass and RuntimeClass of a Pod, exist.',
  see: 'Kubernetes: Ingress class; Pod priority; RuntimeClass',
  check(context, report) {
    for (const object of context.judgedOf('Ingress')) {
      if (object.group !== 'networking.k8s.io') continue;
      const name = textAt(object.value, 'spec', 'ingressClassName');
      judge(
        context,
        report,
        object,
        'networking.k8s.io',
        'IngressClass',
        name,
        ['spec', 'ingressClassName'],
        'no controller takes it, so it gets no load balancer',
      );
    }
    for (const { owner, spec, path } of context.templates) {
      const priority = textAt(spec, 'priorityClassName');
      const runtime = textAt(spec, 'runtimeClassName');
      const here = [...path, 'spec'];
      if (!priority?.startsWith('system-'))
        judge(
          context,
          report,
          owner,
          'scheduling.k8s.io',
          'PriorityClass',
          priority,
          [...here, 'priorityClassName'],
          'the server refuses its Pods',
        );
      judge(
        context,
        report,
        owner,
        'node.k8s.io',
        'RuntimeClass',
        runtime,
        [...here, 'runtimeClassName'],
        'the server refuses its Pods',
      );
    }
  },
};

function judge(
  { index }: CheckContext,
  report: Report,
  object: RenderedObject,
  group: string,
  kind: string,
  name: string | undefined,
  path: readonly (string | number)[],
  symptom: string,
): void {
  if (name === undefined || index.exists({ group, kind, name })) return;
  report({
    object,
    path,
    found: name,
    message: `${describeIdentity(object)} names ${kind} "${name}", which does not exist: ${symptom}.${didYouMean(name, index.names(group, kind))}`,
    fix: `render the ${kind}, or declare it under \`external\` in environment.yaml.`,
  });
}
