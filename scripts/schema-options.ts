import type { ConversionConfig } from '@valibot/to-json-schema';
import { isJsonObject } from '../src/model/json';

/** How what validates settings is told to editors and on the page. What they cannot judge is left to `synth`. */
export const SCHEMA_OPTIONS: ConversionConfig = {
  typeMode: 'input',
  errorMode: 'ignore',
  // A map of whatever keys and values is told from a list by code alone.
  overrideSchema: ({ valibotSchema }) =>
    'check' in valibotSchema && valibotSchema.check === isJsonObject ? { type: 'object' } : undefined,
};
