import { whoGoesFirst } from './competition-rules.ts';
import type { RequestCompeting } from './competing-steps.ts';
import type { RequestContests } from './contest-steps.ts';
import { AT_ONCE } from './offering-steps.ts';
import { currentOf, type Scene } from './request-scene.ts';

/**
 * A room that is let at once is had at once by a group that has passed, though others have asked for the dates before who have not:
 * those wait for an answer that nobody has given.
 */
export function instantGranting({ grant }: RequestCompeting, { contestFor }: RequestContests) {
  return async function grantAtOnce(scene: Scene): Promise<Scene> {
    const option = currentOf(scene.options);
    if (option?.state !== 'asked' || option.bookingId !== null || option.asked?.test !== 'passed') return scene;
    if (option.asked.approval !== 'instant' || !option.asked.quote) return scene;
    const { all, tie } = await contestFor(scene, option);
    const wanted = all.find(({ optionId }) => optionId === option.id);
    if (!wanted || whoGoesFirst(wanted, all, tie) !== wanted) return scene;
    return (await grant(scene, option, AT_ONCE(scene.today))) ?? scene;
  };
}
