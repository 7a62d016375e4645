import { ACTIONS_ROW, CONDITIONS_ROW, TRANSFORMS_ROW } from './alb-rule-rows';

/** Annotations that properties of a path of an AlbIngress write, by their keys: the end of a key is the name of an action. */
export const ALB_PATH_PROPERTIES: Readonly<Record<string, string>> = {
  [ACTIONS_ROW.key]: 'paths[].action',
  [CONDITIONS_ROW.key]: 'paths[].conditions',
  [TRANSFORMS_ROW.key]: 'paths[].rewrite',
};
