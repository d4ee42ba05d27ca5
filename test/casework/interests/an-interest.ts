import type { Interest } from '../../../src/casework/interests/interest-contract.ts';
import { interestsOn } from '../../../src/casework/interests/interest-store.ts';
import { offerSchema, type Viewing } from '../../../src/casework/interests/viewing-contract.ts';
import { viewingsOn } from '../../../src/casework/interests/viewing-store.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { daysAfter } from '../../../src/kernel/clock.ts';
import { anAsset, found } from '../../support/domain.ts';
import { aPerson, aVerge, type Verge } from '../proposals/a-proposal.ts';

/** A closed building whose owner is in the compact, somebody who would like to use it, and a neighbour who would too. */
export type Baths = Verge & { baths: Asset; asker: Who; other: Who; caretaker: Who; day(after: number): string };
/** A Tuesday. */
const START = '2026-09-01';
const WEEKS_APART = 5;

export const someBaths = async (url: string, more: Parameters<typeof aVerge>[1] = {}): Promise<Baths> =>
  moreBaths(await aVerge(url, { day: START, ...more }));

/** Another closed building in the same town, with people of its own, some weeks later and on a Tuesday too. */
export async function moreBaths(verge: Verge, at = 0): Promise<Baths> {
  const { services, town, clock } = verge;
  const day = (after: number): string => daysAfter(START, WEEKS_APART * 7 * at + after);
  clock.goTo(`${day(0)}T09:00:00Z`);
  const baths = await anAsset(services, town, {
    name: `Old Baths ${at}`,
    kind: 'building',
    state: 'vacant',
    hazards: ['Loose tiles'],
  });
  const someone = (name: string, ...held: Parameters<typeof aPerson>[2]) =>
    aPerson(services, `${name}.${at}@example.org`, held);
  return {
    ...verge,
    baths,
    day,
    asker: await someone('asker'),
    other: await someone('other'),
    caretaker: await someone('caretaker', ['caretaker', 'asset', baths.id]),
  };
}

export const registered = ({ services, baths, asker }: Baths, who = asker): Promise<Interest> =>
  services.interests.registering.register(who, {
    asset: baths.id,
    idea: 'A repair café, and warm rooms in winter.',
    group_name: 'A few of us from Mill Lane',
  });

export const answered = async ({ services, owner }: Baths, id: string): Promise<Interest> =>
  services.interests.answering.answer(owner, id, {
    seen: (await stored({ services }, id)).state,
    facts: 'Two halls, 400 m², water works, no heating.',
    costs: 'Insurance £2,100, security £6,200 a year.',
    hazards: 'Asbestos in the boiler room, which stays locked.',
  });

/** Where to come and where the key is: what nobody else may ever read. */
export const MEETING = 'Bath Street 7, the green door';
export const KEY_NOTE = 'The key hangs with Ms Lock, alarm 4711';
export const TIME = {
  begins: '17:00',
  ends: '18:00',
  places: '3',
  meeting: MEETING,
  key_note: KEY_NOTE,
};

/** Offers a time to see the place. @returns it */
export async function offered(baths: Baths, id: string, more: Record<string, string> = {}): Promise<Viewing> {
  const { services, owner } = baths;
  const before = new Set((await timesOf(baths)).map((one) => one.id));
  await services.interests.viewings.offer(owner, id, offerSchema.parse({ ...TIME, day: baths.day(23), ...more }));
  return found((await timesOf(baths)).find((one) => !before.has(one.id)));
}

export const timesOf = ({ services, baths }: Baths): Promise<Viewing[]> => viewingsOn(services.db).of(baths.id);

export const stored = async ({ services }: Pick<Baths, 'services'>, id: string): Promise<Interest> =>
  found(await interestsOn(services.db).byId(id));

/** Moves the clock to the morning of a day, and lets time work. @returns how many steps it took */
export async function onDay({ services, clock }: Pick<Baths, 'services' | 'clock'>, day: string): Promise<number> {
  clock.goTo(`${day}T08:00:00Z`);
  return services.interests.runDue();
}
