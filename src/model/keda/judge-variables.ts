import { triggerOfType } from '../../knowledge/keda/triggers';
import type { FieldVerdict } from '../field-verdict';
import { type FieldPath, type JsonObject, listAt, mapAt, textAt } from '../json';
import { containersOf, type PodTemplate } from '../pod-spec';
import { didYouMean } from '../suggest';

/** The end of a trigger's key whose value is the name of a variable. */
const FROM_ENV = /FromEnv$/;

/**
 * Variables that triggers name and the container does not have. KEDA reads them from one container of the Pods that it
 * scales: the named one, or the first.
 * @param source where the container is named
 * @see https://keda.sh/docs/2.20/concepts/scaling-deployments/
 */
export function judgeVariables(value: unknown, template: PodTemplate, source: FieldPath): readonly FieldVerdict[] {
  const name = textAt(value, ...source);
  const containers = containersOf(template).map(({ container }) => container);
  if (containers.length === 0) return [];
  const container = name === undefined ? containers[0] : containers.find((one) => textAt(one, 'name') === name);
  if (container === undefined) return [noContainer(name ?? '', containers, source)];
  // What a ConfigMap or Secret brings as a whole is not known here.
  if (listAt(container, 'envFrom').length > 0) return [];
  const known = listAt(container, 'env').map((variable) => textAt(variable, 'name') ?? '');
  const reader = { container: textAt(container, 'name') ?? '', known };
  return listAt(value, 'spec', 'triggers').flatMap((trigger, index) =>
    missing(textAt(trigger, 'type') ?? '', mapAt(trigger, 'metadata'), ['spec', 'triggers', index, 'metadata'], reader),
  );
}

interface Reader {
  readonly container: string;
  /** Names of its variables. */
  readonly known: readonly string[];
}

function noContainer(name: string, containers: readonly JsonObject[], path: FieldPath): FieldVerdict {
  const names = containers.map((one) => textAt(one, 'name') ?? '');
  return {
    path,
    found: name,
    what: `triggers read variables of container "${name}", which the Pods do not have: KEDA fails, and nothing is ever scaled.${didYouMean(name, names)}`,
    fix: `name one of ${names.join(', ')}, or leave it out for the first.`,
  };
}

function missing(
  type: string,
  metadata: JsonObject,
  path: FieldPath,
  { container, known }: Reader,
): readonly FieldVerdict[] {
  const settings = Object.values(triggerOfType(type)?.settings ?? {});
  return Object.entries(metadata).flatMap(([key, name]) => {
    if (!FROM_ENV.test(key) || typeof name !== 'string' || known.includes(name)) return [];
    const plain = key.replace(FROM_ENV, '');
    const isNeeded = metadata[plain] === undefined && settings.some((one) => one.required && one.key === plain);
    return [
      {
        path: [...path, key],
        found: name,
        ...(isNeeded ? {} : { severity: 'warning' as const }),
        what: `the ${type} trigger reads variable "${name}" of container ${container}, which has no such variable: ${isNeeded ? 'nothing is ever scaled' : 'KEDA takes it for empty'}.${didYouMean(name, known)}`,
        fix: 'name a variable of the container, or another container.',
      },
    ];
  });
}
