import { type HasMetadata, type HasNode, SILENCE_METADATA } from '../../src/model/environment-context';
import { refusal } from './problems';

/**
 * Keeps one rule quiet for the objects of one construct. The report still counts and shows it, with the reason.
 * @param rule a rule's id, such as `eks/valid-ebs-access-mode`
 * @param reason a sentence a reviewer accepts
 * @throws ToolError when the reason is empty
 */
export function silence(construct: HasMetadata & HasNode, rule: string, reason: string): void {
  if (reason.trim() === '')
    throw refusal(construct, `silencing ${rule} needs a reason.`, 'give a reason that a reviewer accepts.');
  construct.node.addMetadata(SILENCE_METADATA, { rule, reason });
}
