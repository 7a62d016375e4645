import type { Rule } from './rule';
import { banRemovedApi } from './schema/ban-removed-api';
import { noMissingSchema } from './schema/no-missing-schema';
import { validName } from './schema/valid-name';
import { validSchema } from './schema/valid-schema';

/** Every rule there is, in the order they run. A test walks this list: each has its cases and its page. */
export const RULES: readonly Rule[] = [validSchema, noMissingSchema, banRemovedApi, validName];
