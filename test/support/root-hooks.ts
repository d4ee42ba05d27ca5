import { stopEverything } from './the-end.ts';

/** Loaded by `.mocharc.json` before any test: what the tests share goes away with the last of them. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    await stopEverything();
  },
};
