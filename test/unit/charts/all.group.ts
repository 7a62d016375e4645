import { group } from '../../support/group';

group(__dirname);
