/** Keys that change how JavaScript treats an object. */
const RESERVED = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];

/**
 * Reads a JSON object without keys that JavaScript objects have already. A document that breaks off
 * gives what it had up to the last whole member of its longest list.
 * @returns null when it cannot be read or is not an object
 */
export function mendJson(text: string): Record<string, unknown> | null {
  const value = parse(text) ?? parse(cutToWhole(text));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (RESERVED.some((key) => text.includes(`"${key}"`))) removeReserved(value);
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Cuts after the last whole object in a list that is a member of the document, and closes both. */
function cutToWhole(text: string): string {
  let depth = 0;
  let isInString = false;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 2 && character === '}') end = at + 1;
    }
  }
  return depth > 0 ? `${text.slice(0, end)}]}` : '';
}

/** Walks with a list of its own instead of by recursion, so that deep nesting cannot exhaust the stack. */
function removeReserved(root: object): void {
  const pending: object[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    for (const key of RESERVED) if (Object.hasOwn(value, key)) Reflect.deleteProperty(value, key);
    for (const child of Object.values(value))
      if (typeof child === 'object' && child !== null) pending.push(child);
  }
}
