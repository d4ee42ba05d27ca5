import { begin, goOn, type Going } from './case-acts.ts';
import type { Case, Step } from './story-contract.ts';
import { threadOf, type Moment } from './timeline.ts';
import type { World } from './world.ts';

const BY_OFFICERS: readonly Step[1][] = [
  'gets a yes',
  'gets a no',
  'pays',
  'is shown round',
  'moves a date',
  'gets its deposit back',
];

/** One request for a room and what becomes of it. @param goings all cases that go on, to which this one is added */
export function caseThread(world: World, told: Case, goings: Going[]): Moment[] {
  const { almanac } = world;
  const thread = threadOf(almanac);
  const [first] = told.then;
  let going: Going | undefined;
  return [
    thread.atHome(almanac.day(told.begins ?? first?.[0] ?? 1), async () => {
      going = await begin(world, told);
      goings.push(going);
    }),
    ...told.then.map((step) => {
      const when = BY_OFFICERS.includes(step[1]) ? thread.inOffice : thread.atHome;
      return when(almanac.day(step[0]), () => stepOf(step));
    }),
  ];

  async function stepOf(step: Step): Promise<void> {
    if (!going) throw new Error(`${told.for} has not begun.`);
    await goOn(world, going, step).catch((error: unknown) => {
      throw new Error(`“${told.for}” of ${told.group} could not go on: it ${step[1]}.`, { cause: error });
    });
  }
}
