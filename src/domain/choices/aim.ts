type Aim = Partial<Record<'query' | 'publishers' | 'action', unknown>>;

/** Equal for topics that catch the same and do the same with it, whatever they are called. */
export function aimOf({ query, publishers, action }: Aim): string {
  return JSON.stringify([query, publishers, action]);
}
