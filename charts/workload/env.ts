import type { EnvVar, EnvVarSource } from '../../imports/k8s';
import type { EnvInput } from './values';

/** Variables in the order they were given: later ones may refer to earlier ones by `$(NAME)`. */
export function envVars(env: Readonly<Record<string, EnvInput>> | undefined): EnvVar[] | undefined {
  if (env === undefined) return undefined;
  const vars = Object.entries(env).map(([name, input]): EnvVar => {
    if (typeof input === 'string') return { name, value: input };
    if ('value' in input && input.value !== undefined) return { name, value: String(input.value) };
    if ('valueFrom' in input) return { name, ...(input.valueFrom === undefined ? {} : { valueFrom: input.valueFrom }) };
    return { name, valueFrom: input as EnvVarSource };
  });
  return vars.length === 0 ? undefined : vars;
}
