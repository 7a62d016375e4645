import { wrongConfigKey } from '../../src/grammar/config-key';
import { wrongInterval, wrongPolicies } from '../../src/knowledge/kubernetes/external-secrets';
import type { Problems } from '../shared/problems';
import type { ExternalSecretProps } from './external-secret-props';

export function judgeExternalSecret(props: ExternalSecretProps, problems: Problems): void {
  const { data = {}, dataFrom = [], refreshInterval, creationPolicy, deletionPolicy } = props;
  problems.unless(
    Object.keys(data).length + dataFrom.length > 0,
    'there is neither data nor dataFrom; the operator refuses an ExternalSecret that reads nothing.',
    'say what it reads.',
  );
  for (const key of Object.keys(data)) {
    const wrong = wrongConfigKey(key);
    problems.unless(
      wrong === undefined,
      `data has the key "${key}": ${wrong}; a Secret cannot have it.`,
      'use letters, digits, - _ and .',
    );
  }
  const interval = wrongInterval('refreshInterval', refreshInterval);
  if (interval !== undefined) problems.add(interval, 'write numbers with units, such as 15m or 1h.');
  const wrong = wrongPolicies(creationPolicy, deletionPolicy);
  problems.unless(
    wrong === undefined,
    `deletionPolicy ${deletionPolicy} with creationPolicy ${creationPolicy}: ${wrong}; the operator refuses the ExternalSecret.`,
    'leave deletionPolicy out, or choose another creationPolicy.',
  );
}
