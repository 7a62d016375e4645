import { QUOTA_SCOPES, type QuotaScope } from '../knowledge/kubernetes/quota-scopes';
import type { FieldVerdict } from './field-verdict';
import { type FieldPath, listAt, mapAt, textAt } from './json';
import { didYouMean } from './suggest';

const REFUSED = 'the server refuses the quota.';
const SCOPES = ['spec', 'scopes'] as const;
const EXPRESSIONS = ['spec', 'scopeSelector', 'matchExpressions'] as const;

interface ScopeAt {
  readonly scope: string;
  readonly path: FieldPath;
}

/** What the server refuses of a ResourceQuota's scopes. @param kubernetesVersion such as `1.34` */
export function judgeQuotaScopes(quota: unknown, kubernetesVersion: string): readonly FieldVerdict[] {
  const plain = listAt(quota, ...SCOPES).map(
    (scope, index): ScopeAt => ({ scope: String(scope), path: [...SCOPES, index] }),
  );
  const expressions = listAt(quota, ...EXPRESSIONS);
  const selected = expressions.map(
    (one, index): ScopeAt => ({
      scope: textAt(one, 'scopeName') ?? '',
      path: [...EXPRESSIONS, index, 'scopeName'],
    }),
  );
  const all = [...plain, ...selected];
  return [
    ...all.flatMap(judgeName),
    ...all.flatMap((one) => judgeVersion(one, kubernetesVersion)),
    ...judgePairs(plain, [...SCOPES]),
    ...judgePairs(selected, [...EXPRESSIONS]),
    ...expressions.flatMap(judgeExpression),
    ...judgeBounds(
      mapAt(quota, 'spec', 'hard'),
      all.filter((one) => judgeVersion(one, kubernetesVersion).length === 0),
    ),
  ];
}

function isScope(name: string): name is QuotaScope {
  return Object.hasOwn(QUOTA_SCOPES, name);
}

function judgeName({ scope, path }: ScopeAt): readonly FieldVerdict[] {
  if (isScope(scope)) return [];
  const known = Object.keys(QUOTA_SCOPES);
  const what = `"${scope}" is not a scope of quotas; ${REFUSED}${didYouMean(scope, known)}`;
  return [{ path, found: scope, what, fix: `use one of: ${known.join(', ')}.` }];
}

function judgeVersion({ scope, path }: ScopeAt, kubernetesVersion: string): readonly FieldVerdict[] {
  const since = isScope(scope) ? QUOTA_SCOPES[scope].since : undefined;
  if (since === undefined || Number(kubernetesVersion.split('.')[1]) >= since) return [];
  const what = `scope ${scope} is known since Kubernetes 1.${since}, and this is ${kubernetesVersion}; ${REFUSED}`;
  return [{ path, found: scope, what, fix: 'leave the quota out, or raise kubernetesVersion.' }];
}

function judgePairs(scopes: readonly ScopeAt[], path: FieldPath): readonly FieldVerdict[] {
  const names = scopes.map(({ scope }) => scope);
  return names.flatMap((name, index) => {
    const other = isScope(name) ? QUOTA_SCOPES[name].excludes : undefined;
    const at = other === undefined ? -1 : names.indexOf(other);
    if (at <= index) return [];
    const what = `no Pod is ${name} and ${other}; ${REFUSED}`;
    return [{ path, found: names.join(', '), what, fix: 'make two quotas of it.' }];
  });
}

function judgeExpression(expression: unknown, index: number): readonly FieldVerdict[] {
  const scope = textAt(expression, 'scopeName') ?? '';
  const operator = textAt(expression, 'operator') ?? '';
  const values = listAt(expression, 'values');
  const path = [...EXPRESSIONS, index];
  const isList = operator === 'In' || operator === 'NotIn';
  if (isScope(scope) && !QUOTA_SCOPES[scope].takesValues && operator !== 'Exists')
    return [
      {
        path: [...path, 'operator'],
        found: operator,
        wanted: 'Exists',
        what: `scope ${scope} is there or not, and operator ${operator} cannot ask for it; ${REFUSED}`,
        fix: 'use Exists.',
      },
    ];
  if (isList === values.length > 0) return [];
  const what = isList
    ? `operator ${operator} of scope ${scope} has no values; ${REFUSED}`
    : `operator ${operator} of scope ${scope} takes no values, and has ${values.length}; ${REFUSED}`;
  return [{ path: [...path, 'values'], what, fix: isList ? 'name at least one.' : 'leave them out.' }];
}

/** Each bound has to be one that every scope can bound. */
function judgeBounds(hard: Readonly<Record<string, unknown>>, scopes: readonly ScopeAt[]): readonly FieldVerdict[] {
  return Object.keys(hard).flatMap((name) => {
    const found = scopes.find(({ scope }) => isScope(scope) && !QUOTA_SCOPES[scope].bounds.includes(name));
    const scope = found?.scope;
    if (found === undefined || scope === undefined || !isScope(scope)) return [];
    const { bounds, isUnsure } = QUOTA_SCOPES[scope];
    return [
      {
        path: found.path,
        found: name,
        wanted: bounds.join(', '),
        ...(isUnsure ? { severity: 'warning' as const } : {}),
        what: `a quota of scope ${scope} cannot bound ${name}; ${isUnsure ? 'the server may refuse it.' : REFUSED}`,
        fix: `bound ${bounds.join(', ')} alone, and the rest in a quota without the scope.`,
      },
    ];
  });
}
