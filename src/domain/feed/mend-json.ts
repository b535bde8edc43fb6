/** Keys that change how JavaScript treats an object. */
const RESERVED = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];

/** Engines take very long over millions of open brackets, and no feed nests its lists like that. */
const MAX_DEPTH = 256;

/**
 * Reads a JSON object without keys that JavaScript objects have already. A document that breaks off
 * gives what it had up to the last whole object of its last list.
 * @returns null when it cannot be read, is not an object or nests too deeply
 */
export function mendJson(text: string): Record<string, unknown> | null {
  const { deepest, depth, wholeEnd } = measure(text);
  if (deepest > MAX_DEPTH) return null;
  const value = parse(text) ?? (depth > 0 ? parse(`${text.slice(0, wholeEnd)}]}`) : null);
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

interface JsonMeasure {
  deepest: number;
  /** Lists and objects that are still open at the end. */
  depth: number;
  /** After the last object that is whole in a list that is a member of the document. */
  wholeEnd: number;
}

const [QUOTE, OPEN_LIST, BACKSLASH] = [34, 91, 92];
const [CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [93, 123, 125];

/** By hand, since a regular expression may run out of stack on strings of many megabytes. */
function measure(text: string): JsonMeasure {
  const result: JsonMeasure = { deepest: 0, depth: 0, wholeEnd: 0 };
  for (let at = 0; at < text.length && result.deepest <= MAX_DEPTH; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      result.depth += 1;
      result.deepest = Math.max(result.deepest, result.depth);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      result.depth -= 1;
      if (result.depth === 2 && code === CLOSE_OBJECT) result.wholeEnd = at + 1;
    }
  }
  return result;
}

/** The place of the quote that ends the string that begins at `start`; the text's end without one. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    // An even number of backslashes escape each other.
    if ((at - before) % 2 === 1) return at;
  }
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
