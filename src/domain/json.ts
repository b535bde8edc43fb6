/** What survives storage, messages and files unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type JsonObject = { [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are written alike. */
export function isSameJson(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two records hold the same, whatever the order in which it stands. */
export function isSameRecord(a: object, b: object): boolean {
  const sorted = (record: object) => Object.entries(record).sort(([x], [y]) => (x < y ? -1 : 1));
  return isSameJson(sorted(a) as Json, sorted(b) as Json);
}
