import type { Who } from '../../src/ground/people/role-contract.ts';
import { bringPaper, makeGroup } from './group-acts.ts';
import type { ToldGroup } from './story-contract.ts';
import { publishResult, scoreAnswers, sendAnswers } from './test-acts.ts';
import { threadOf, type Moment } from './timeline.ts';
import type { Actors, World } from './world.ts';

/** Before the first of them asks for land. */
const FOUNDED = 80;
/** How long a paper lies there before it is checked is told; how long answers lie there before each scorer marks them is always alike. */
const SCORED_AFTER_DAYS = 2;

/** Everything about one group: how it comes to be, its test and its papers. */
export function groupThread(world: World, name: string, told: ToldGroup, scorers: readonly Who[]): Moment[] {
  const { almanac } = world;
  const thread = threadOf(almanac);
  const actors = (): Actors => {
    const known = world.groups.get(name);
    if (!known) throw new Error(`The group ${name} is not there yet.`);
    return known;
  };
  const founded = 'email' in told.lead ? thread.atHome : thread.inOffice;
  return [
    founded(almanac.day(FOUNDED), async () => void world.groups.set(name, await makeGroup(world, told))),
    ...testMoments(),
    ...paperMoments(),
  ];

  function testMoments(): Moment[] {
    const { test } = told;
    if (!test) return [];
    let testId = '';
    const sent = almanac.day(test.sent);
    return [
      thread.atHome(sent, async () => void (testId = await sendAnswers(world, actors(), told))),
      ...scorers
        .slice(0, test.scored)
        .map((scorer) =>
          thread.inOffice(almanac.daysLater(sent, SCORED_AFTER_DAYS), () => scoreAnswers(world, scorer, testId)),
        ),
      ...(test.published === undefined
        ? []
        : [thread.inOffice(almanac.day(test.published), () => publishResult(world, testId))]),
    ];
  }

  function paperMoments(): Moment[] {
    return (told.papers ?? []).flatMap((paper) => {
      let paperId = '';
      const check = (): Promise<void> =>
        world.services.groups.documents.check(world.broker, actors().id, paperId, {
          outcome: 'accepted',
          reason: null,
        });
      return [
        thread.atHome(
          almanac.day(paper.brought),
          async () => void (paperId = await bringPaper(world, actors(), told.details.name, paper)),
        ),
        ...(paper.checked === undefined ? [] : [thread.inOffice(almanac.day(paper.checked), check)]),
      ];
    });
  }
}
