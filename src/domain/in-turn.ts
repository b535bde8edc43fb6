/** Work that is done one after the other, however it is asked for: each finds what the one before has done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** One that fails holds up no other. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.catch(() => undefined).then(work);
    last = done;
    return done;
  };
}
