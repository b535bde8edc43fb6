import {
  endQuiet,
  expectListOpened,
  expectOpened,
  followPublishers,
  growStorm,
  holdBack,
  tellOfStorm,
} from '../support/governed';
import { test } from './fixtures';

test('an event that several publishers carry is one notification, which grows in place', async ({
  driver,
  server,
  follow,
}) => {
  const scene = { driver, server, follow };
  await followPublishers(scene);
  const id = await tellOfStorm(scene);
  await growStorm(scene, id);
  await driver.killWorker();
  await driver.clickNotification(id);
  await expectOpened(scene);
});

test('quiet hours hold stories back, and one summary comes after', async ({
  driver,
  server,
  follow,
}) => {
  const scene = { driver, server, follow };
  await followPublishers(scene);
  const options = await holdBack(scene);
  await driver.clickNotification(await endQuiet(scene, options));
  await expectListOpened(scene);
});
