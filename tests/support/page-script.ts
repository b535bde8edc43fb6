/**
 * Makes an expression for the page from a function: argument and answer travel as JSON, the same way
 * in both browsers. tsx wraps named functions in a `__name` helper that pages do not have.
 */
export function toExpression(fn: (arg: never) => unknown, arg: unknown): string {
  const argument = arg === undefined ? '' : JSON.stringify(arg);
  return `(async () => {
    const __name = (named) => named;
    return JSON.stringify(await (${fn.toString()})(${argument}));
  })()`;
}

export function fromAnswer<R>(answer: unknown): R {
  return (answer === undefined || answer === null ? undefined : JSON.parse(String(answer))) as R;
}
