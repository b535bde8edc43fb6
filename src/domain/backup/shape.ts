/**
 * What a value must be to be taken from a file. A shape gives the value back, of its type and with nothing else in
 * it, or undefined when it is anything else.
 */
import { safeUrl } from '../article/canonical-url';
import { isId } from '../choices/sanitize';
import { isJsonObject, type Json } from '../json';

export type Shape<T> = (value: Json | undefined) => T | undefined;

type ShapesOf<T> = { [K in keyof T]-?: Shape<T[K]> };

/** The latest time that a date can hold (ECMA-262, 21.4.1.1). */
const MOST_TIME = 8.64e15;

export const aBoolean: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** Epoch milliseconds, or a count. */
export const aNumber: Shape<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= MOST_TIME ? value : undefined;

export const anId: Shape<string> = (value) => (isId(value) ? value : undefined);

/** An address that may be opened. */
export const anAddress: Shape<string> = (value) =>
  typeof value === 'string' && safeUrl(value, value) === value ? value : undefined;

export function aText(most: number): Shape<string> {
  return (value) => (typeof value === 'string' && value.length <= most ? value : undefined);
}

export function oneOf<T extends string>(...choices: T[]): Shape<T> {
  return (value) => choices.find((choice) => choice === value);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

/** A list of which each member has the shape, at most so many. */
export function listOf<T>(shape: Shape<T>, most: number): Shape<T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const members = value.map(shape);
    return members.every((member) => member !== undefined) ? (members as T[]) : undefined;
  };
}

export function recordOf<T extends object>(shapes: ShapesOf<T>): Shape<T> {
  return (value) => {
    if (!isJsonObject(value)) return undefined;
    const record: Partial<T> = {};
    for (const name of Object.keys(shapes) as (keyof T & string)[]) {
      const member = shapes[name](value[name]);
      if (member === undefined) return undefined;
      record[name] = member;
    }
    return record as T;
  };
}

/** The first of some shapes that the value has. */
export function anyOf<T>(...shapes: Shape<T>[]): Shape<T> {
  return (value) => {
    for (const shape of shapes) {
      const read = shape(value);
      if (read !== undefined) return read;
    }
    return undefined;
  };
}
