import type { JsonObject } from '../json';

/** What belongs to one browser alone: that it was started once, and whether it follows the others. */
const OWN = new Set(['hasStarted', 'syncsChoices']);

export const isOwnSetting = (name: string): boolean => OWN.has(name);

export function ownSettings(settings: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => OWN.has(name)));
}

/** What can be taken to another browser, and back to. */
export function sharedSettings(settings: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !OWN.has(name)));
}
