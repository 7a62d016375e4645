/**
 * Mutants that our rules and the server judge differently, and why that is right.
 * A row that ends in `…` covers every mutant whose id begins with the words before it; a row that covers none in production fails.
 */
export const EXPLAINED: Readonly<Record<string, string>> = {
  'broken reference: …':
    'The server takes objects in any order, so it looks at one alone; our rules see everything that the environment renders.',
  'duplicate: StatefulSet, a volume twice':
    'Before 1.34 the server reads the Pod template of a StatefulSet only when its controller makes Pods, and refuses those.',
  'duplicate: StatefulSet, a claim template twice':
    'The server does not compare claim templates; the controller uses the last of a name and forgets the others.',
  'Amazon EKS: …':
    'What the load balancer controller reads, and what a ConfigMap means to EKS, is text to the API server.',
};

/** Mutants that nobody refuses, and why they may stand. */
export const HARMLESS: Readonly<Record<string, string>> = {
  'bad quantity: LimitRange, a default above the maximum':
    'The rendered LimitRange has no maximum to be above, and a default limit reserves nothing; against one, k8s/valid-limit-range speaks.',
  'duplicate: RoleBinding, a subject twice':
    'A binding means all its subjects, so naming one twice gives nothing more.',
  'broken reference: PodDisruptionBudget, Pods that nobody renders':
    'It protects nothing and blocks nothing; k8s/valid-disruption-budget says so as a warning.',
};

/** The row that covers a mutant. */
export function rowOf(rows: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.keys(rows).find((row) => (row.endsWith('…') ? id.startsWith(row.slice(0, -1)) : row === id));
}
