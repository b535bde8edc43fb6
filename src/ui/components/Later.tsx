import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface LaterProps<P> {
  /** Must be the same function at every rendering. */
  load: () => Promise<ComponentType<P>>;
  props: P;
}

/** A component whose code is fetched when it is first needed. */
export function Later<P extends object>({ load, props }: LaterProps<P>) {
  const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    void load().then((component) => setLoaded(() => component));
  }, [load]);
  return Loaded && <Loaded {...props} />;
}
