import { type HasMetadata, SILENCE_METADATA } from '../../src/model/environment-context';

/**
 * Keeps one rule quiet for the objects of one construct. The report still counts and shows it, with the reason.
 * @param rule a rule's id, such as `eks/valid-ebs-access-mode`
 * @param reason a sentence a reviewer accepts
 * @throws Error when the reason is empty
 */
export function silence(construct: HasMetadata, rule: string, reason: string): void {
  if (reason.trim() === '') throw new Error(`silencing ${rule} needs a reason that a reviewer accepts`);
  construct.node.addMetadata(SILENCE_METADATA, { rule, reason });
}
