/** Since Kubernetes 1.32 a name may hold any printable ASCII character except `=`. */
const RELAXED = /^[ -<>-~]+$/;
const STRICT = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/**
 * Why the API server refuses the name of an environment variable, as a part of a sentence; undefined when it takes it.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go (IsEnvVarName, IsRelaxedEnvVarName)
 */
export function wrongVariableName(name: string, kubernetesVersion: string): string | undefined {
  const strict = kubernetesVersion < '1.32';
  if (strict ? STRICT.test(name) && name !== '.' && !name.startsWith('..') : RELAXED.test(name)) return undefined;
  if (name === '') return 'it is empty';
  if (!strict) return 'only printable ASCII characters without "=" fit';
  return 'before Kubernetes 1.32 only letters, digits, - _ and . fit, no digit first, and not "." or ".." at the start';
}
