/**
 * What was read, each that did not change as the object that is shown: it is not drawn again. Where all are
 * as shown, the very list that is shown.
 */
export function sameWhereEqual<T>(shown: T[], read: T[], keyOf: (each: T) => string): T[] {
  const known = new Map(shown.map((each) => [keyOf(each), each]));
  const same = read.map((each) => {
    const before = known.get(keyOf(each));
    return before && JSON.stringify(before) === JSON.stringify(each) ? before : each;
  });
  const isSame = same.length === shown.length && same.every((each, at) => each === shown[at]);
  return isSame ? shown : same;
}
