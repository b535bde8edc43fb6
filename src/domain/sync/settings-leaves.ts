import { isOwnSetting } from '../choices/own-settings';
import { isJsonObject, type Json, type JsonObject } from '../json';

/** Lists whose order says nothing: each member is a choice of its own, so that two browsers can add to one list. */
const SETS = new Set(['notifications/silentTopicIds']);

/** Objects whose members come and go; elsewhere a value that is missing was never chosen. */
const MAPS = new Set(['notifications/feeds', ...SETS]);

/** By the path to it: `notifications/dailyBudget`. `null` means: not chosen any more. */
export type Leaves = Record<string, Json>;

/** Each choice by itself, so that two browsers can change two of them. */
export function leavesOf(settings: JsonObject): Leaves {
  const leaves: Leaves = {};
  for (const [key, value] of Object.entries(settings)) {
    if (!isOwnSetting(key)) collect(leaves, escapeKey(key), value);
  }
  return leaves;
}

function collect(leaves: Leaves, path: string, value: Json): void {
  if (SETS.has(path) && Array.isArray(value)) {
    for (const member of value) leaves[`${path}/${escapeKey(String(member))}`] = true;
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      collect(leaves, `${path}/${escapeKey(key)}`, member);
    }
  } else leaves[path] = value;
}

/** Whether a leaf that is not there was taken away, and was not just never written. */
export function isTakenAway(path: string, settings: JsonObject): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (!MAPS.has(parent)) return false;
  const found = parent
    .split('/')
    .reduce<Json | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), settings);
  return found !== undefined;
}

/** The settings with these choices in them. */
export function withLeaves(settings: JsonObject, leaves: Leaves): JsonObject {
  const result = structuredCopy(settings);
  for (const [path, value] of Object.entries(leaves)) {
    const keys = path.split('/').map(unescapeKey);
    if (!isOwnSetting(keys[0] ?? '') && !keys.includes('__proto__')) setLeaf(result, keys, value);
  }
  return result;
}

function setLeaf(root: JsonObject, keys: string[], value: Json): void {
  const last = keys.at(-1) ?? '';
  const parentPath = keys.slice(0, -1).map(escapeKey).join('/');
  if (SETS.has(parentPath)) {
    setMember(objectAt(root, keys.slice(0, -2)), keys.at(-2) ?? '', { last, isIn: value === true });
    return;
  }
  const parent = objectAt(root, keys.slice(0, -1));
  if (value === null && MAPS.has(parentPath)) delete parent[last];
  else parent[last] = value;
}

function setMember(
  parent: JsonObject,
  key: string,
  { last, isIn }: { last: string; isIn: boolean },
) {
  const before = Array.isArray(parent[key]) ? parent[key] : [];
  const others = before.filter((member) => member !== last);
  if (isIn === before.includes(last)) return;
  parent[key] = isIn ? [...others, last] : others;
}

function objectAt(root: JsonObject, keys: string[]): JsonObject {
  return keys.reduce((at, key) => {
    const found = at[key];
    if (isJsonObject(found)) return found;
    const made: JsonObject = {};
    at[key] = made;
    return made;
  }, root);
}

const structuredCopy = (settings: JsonObject): JsonObject => JSON.parse(JSON.stringify(settings));

/** As in RFC 6901, 3. */
const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeKey = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');
