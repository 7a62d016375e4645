import type { AccessEntryInput, AssociatedPolicy } from '../../knowledge/aws/access-entries';
import { type AskedEntry, accessEntryOf } from '../../model/access-entries';
import type { EksEnvironment } from '../../model/environment';
import type { RenderedObject } from '../../model/rendered-object';

/** The calls of EKS that make one access entry, and who makes them. */
export interface TrustedEntry {
  readonly madeBy: AskedEntry['madeBy'];
  readonly createAccessEntry: Omit<AccessEntryInput, 'accessPolicies'>;
  /** One call for each policy. */
  readonly associateAccessPolicy: readonly (AssociatedPolicy & {
    readonly clusterName: string;
    readonly principalArn: string;
  })[];
}

interface AccessTrust {
  readonly environment: string;
  readonly roleArn: string;
  readonly mechanism: 'accessEntry';
  readonly subjects: readonly string[];
  readonly accessEntries: readonly TrustedEntry[];
}

/** One entry for each access entry that is rendered: EKS has one for each principal. */
export function accessEntries({ name }: EksEnvironment, objects: readonly RenderedObject[]): readonly AccessTrust[] {
  return objects.flatMap((object): AccessTrust[] => {
    const asked = accessEntryOf(object);
    // Of a role that is made on the cluster too, nobody here knows the ARN.
    if (asked === undefined || asked.input.principalArn === '') return [];
    return [
      {
        environment: name,
        roleArn: asked.input.principalArn,
        mechanism: 'accessEntry',
        subjects: [],
        accessEntries: [callsOf(asked)],
      },
    ];
  });
}

function callsOf({ madeBy, input }: AskedEntry): TrustedEntry {
  const { accessPolicies = [], ...createAccessEntry } = input;
  const { clusterName, principalArn } = input;
  return {
    madeBy,
    createAccessEntry,
    associateAccessPolicy: accessPolicies.map((policy) => ({ clusterName, principalArn, ...policy })),
  };
}
