import type { Who } from '../../src/ground/people/role-contract.ts';
import type { World } from './world.ts';

/** What the server does by itself again and again, less what would send mail or forget what is old. */
const NOT_IN_THE_STORY = ['mails', 'retention', 'hiding again', 'saved needs'];

/** Everything that is due by now happens, as it does in a server that runs. */
export async function letTimeWork({ services: { jobs } }: World): Promise<void> {
  for (const { name, run } of jobs) if (!NOT_IN_THE_STORY.includes(name)) await run();
}

/** Whoever opens the doors goes through the list of the day and says who came. */
export async function tickOff(
  { services: { running } }: World,
  caretaker: Who,
  nobodyCameTo: (bookingId: string, date: string) => Promise<boolean>,
): Promise<void> {
  const { evening, morning } = await running.tonight.list(caretaker, {});
  for (const { id, bookingId, date, checkIn, need } of [...morning, ...evening]) {
    const told = (await nobodyCameTo(bookingId, date)) ? 'nobody' : 'came';
    if (checkIn[told] && need?.heldBack !== true) await running.checkIn.tell(caretaker, id, told);
  }
}
