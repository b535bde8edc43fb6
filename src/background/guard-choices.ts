import type { CommandName } from '../messaging/protocol';
import type { CommandHandlers } from '../messaging/serve';
import { snapshotBeforeRemoval } from '../storage/removal-snapshot';
import { makeSnapshot } from '../storage/snapshots';
import { reportFailure } from './report';
import { scheduleSync } from './sync';

/** Commands that change what the user chose. */
const CHOOSING: CommandName[] = [
  'addFeed',
  'followFeeds',
  'removeFeed',
  'restoreFeed',
  'renameFeed',
  'setCheckEvery',
  'setTrustsKicker',
  'saveTopic',
  'removeTopic',
  'restoreTopic',
  'setTopicNotifying',
  'updateSettings',
  'goBack',
  'restoreChoices',
];

/** Remembers choices before many of them change, and tells other browsers afterwards. */
export function guardChoices(handlers: CommandHandlers): CommandHandlers {
  const guarded: CommandHandlers = {
    ...handlers,
    async followFeeds(payload) {
      if (payload.candidates.length > 1) await makeSnapshot('import', Date.now());
      return handlers.followFeeds(payload);
    },
    async removeFeed(payload) {
      await snapshotBeforeRemoval(Date.now());
      return handlers.removeFeed(payload);
    },
  };
  for (const name of CHOOSING) tellAfterwards(guarded, name);
  return guarded;
}

function tellAfterwards<N extends CommandName>(handlers: CommandHandlers, name: N): void {
  const handle = handlers[name];
  handlers[name] = (async (payload: Parameters<CommandHandlers[N]>[0]) => {
    const answer = await (handle as (payload: unknown) => Promise<unknown>)(payload);
    reportFailure(scheduleSync(Date.now()));
    return answer;
  }) as CommandHandlers[N];
}
