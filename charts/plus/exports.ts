/** What the door passes on of this folder. */
export type { PlusScrapedService } from '../observability/scraped';
export type { PlusPodSelector, PlusPods } from '../shared/plus-pods';
export {
  type AccountConstruct,
  asPlusClaim,
  asPlusConfigMap,
  asPlusSecret,
  asPlusServiceAccount,
  type NamedConstruct,
} from './as-plus';
export { hardened } from './hardened';
export type { HardenedProps } from './hardened-props';
export type { PlusWorkload } from './plus-workload';
