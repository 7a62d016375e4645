export { didYouMean, suggest } from '../grammar/suggest';
