import { ROLLOUT_INGRESSES, ROLLOUT_SERVICES, ROOT_SERVICES } from '../../knowledge/argocd/rollouts';
import type { ObjectIdentity } from '../../model/identity';
import { at, type FieldPath, isJsonObject, type JsonValue, listAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

/** An object that a Rollout names, and the field that does. */
export interface RolloutReference {
  readonly id: ObjectIdentity;
  readonly path: FieldPath;
}

const STRATEGY: FieldPath = ['spec', 'strategy'];

/** What a Rollout sends requests to or through, is measured by, and takes its Pods from. */
export function rolloutReferences({ value, namespace = '' }: RenderedObject): readonly RolloutReference[] {
  const named = (group: string, kind: string, name: unknown, path: FieldPath): readonly RolloutReference[] =>
    typeof name === 'string' && name !== '' ? [{ id: { group, kind, namespace, name }, path }] : [];
  const services = [...ROLLOUT_SERVICES, ...ROOT_SERVICES].flatMap((below) => {
    const path = [...STRATEGY, ...below];
    return named('', 'Service', at(value, ...path), path);
  });
  const ingresses = ROLLOUT_INGRESSES.flatMap((below) => {
    const path = [...STRATEGY, ...below];
    const found = at(value, ...path);
    const names: readonly (readonly [unknown, FieldPath])[] = Array.isArray(found)
      ? found.map((name: JsonValue, index) => [name, [...path, index]] as const)
      : [[found, path]];
    return names.flatMap(([name, where]) => named('networking.k8s.io', 'Ingress', name, where));
  });
  const measured = analysesOf({ value, namespace }).flatMap(({ templates }) => templates);
  const workload = at(value, 'spec', 'workloadRef');
  const [group = ''] = (textAt(workload, 'apiVersion') ?? '').split('/');
  const pods = named(group, textAt(workload, 'kind') ?? '', at(workload, 'name'), ['spec', 'workloadRef', 'name']);
  return [...services, ...ingresses, ...(group === 'apps' ? pods : []), ...measured];
}

/** An analysis that decides whether a release goes on. */
export interface RolloutAnalyses {
  readonly path: FieldPath;
  readonly templates: readonly RolloutReference[];
  /** Whether it goes on while the steps do. */
  readonly isBackground: boolean;
}

/** The analyses of a Rollout, with the templates that each names. */
export function analysesOf({
  value,
  namespace = '',
}: Pick<RenderedObject, 'value' | 'namespace'>): readonly RolloutAnalyses[] {
  const canary: FieldPath = [...STRATEGY, 'canary'];
  const background: FieldPath = [...canary, 'analysis'];
  const steps = listAt(value, ...canary, 'steps').map((_step, index) => [...canary, 'steps', index, 'analysis']);
  const blueGreen = ['prePromotionAnalysis', 'postPromotionAnalysis'].map((name) => [...STRATEGY, 'blueGreen', name]);
  return [background, ...steps, ...blueGreen].map((path) => ({
    path,
    isBackground: path === background,
    templates: listAt(value, ...path, 'templates').flatMap((template, index) => {
      const name = textAt(template, 'templateName');
      if (name === undefined || !isJsonObject(template)) return [];
      const id =
        template['clusterScope'] === true
          ? { group: 'argoproj.io', kind: 'ClusterAnalysisTemplate', name }
          : { group: 'argoproj.io', kind: 'AnalysisTemplate', namespace, name };
      return [{ id, path: [...path, 'templates', index, 'templateName'] }];
    }),
  }));
}
