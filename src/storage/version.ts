export const DATABASE_NAME = 'dateline';

/** How many steps of `upgrades.ts` there are. */
export const VERSION = 4;
