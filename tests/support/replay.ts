import { type Replay, type ReplayRules, replaySteps } from '../../src/domain/notify/replay';
import { type WeekMaterial, weekOf } from '../../src/domain/notify/week';

/** The replay of a week, without a pause. */
export function replayWeek({
  stories,
  absences,
  now,
  ...rules
}: WeekMaterial & ReplayRules & { now: number }): Replay {
  return finish(replaySteps(finish(weekOf({ stories, absences }, now)), rules));
}

function finish<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
