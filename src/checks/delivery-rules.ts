import type { Rule } from './engine/rule';
import { validArgocdAnnotation } from './rules/policy/valid-argocd-annotation';
import { validFluxAnnotation } from './rules/policy/valid-flux-annotation';

/** What annotations tell the tool that applies an object. */
export const DELIVERY_RULES: readonly Rule[] = [validArgocdAnnotation, validFluxAnnotation];
