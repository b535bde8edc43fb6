import { changeTo, changeToAlso } from '../../domain/choices/change-to';
import { type ChoicesDifference, differenceOf } from '../../domain/choices/difference';
import type { Choices, RestoreMode } from '../../domain/choices/model';
import { readChoices } from '../choices';
import { inReadTransaction } from '../database';
import { readStoredSettings } from '../settings';

/** What each way of restoring would change, to be shown before. */
export async function readRestoreDifferences(
  backup: Choices,
): Promise<Record<RestoreMode, ChoicesDifference>> {
  const settings = await readStoredSettings();
  return inReadTransaction(async (tx) => {
    const local = await readChoices(tx, settings);
    return {
      add: differenceOf(changeToAlso(backup, local), local),
      replace: differenceOf(changeTo(backup, local), local),
    };
  });
}
