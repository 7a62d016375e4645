import { isJsonObject, type JsonObject, type JsonValue } from './json';

/** The map that a text holds as JSON; undefined where it holds none. */
export function parsedObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed: JsonValue = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
