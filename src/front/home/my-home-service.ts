import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { RightHeldOn } from '../../ground/people/home-slot.ts';
import type { Right, Who } from '../../ground/people/role-contract.ts';
import { gathered, type House } from '../../kernel/wing.ts';
import type { MyData } from './my-contract.ts';

type Deps = {
  house: House;
  /** Whether a right has not run out. */
  isLive(right: Right): boolean;
};
export type MyHome = (who: Who) => Promise<MyData>;

/** What stands on a person's own page: each feature adds what waits there. What is due first comes first. */
export function myHome({ house, isLive }: Deps): MyHome {
  return async (who) => {
    const said = await Promise.all(gathered(house, 'atHome').map((atHome) => atHome(who)));
    const rights = who.rights.filter((right) => right.scope !== 'group' && isLive(right));
    return {
      name: who.name,
      email: who.email,
      rights: await Promise.all(rights.map(async (right) => ({ ...right, ...(await heldOn(house, right)) }))),
      groups: said.flatMap(({ groups }) => groups ?? []),
      waiting: byDay(said.flatMap(({ waiting }) => waiting ?? [])),
      expecting: byDay(said.flatMap(({ expecting }) => expecting ?? [])),
      below: said.flatMap(({ below }) => (below === undefined ? [] : [below])),
    };
  };
}

async function heldOn(house: House, right: Right): Promise<{ on: string; links: RightHeldOn['links'] }> {
  const said: RightHeldOn[] = [];
  for (const say of gathered(house, 'rightHeldOn').toReversed()) {
    const held = await say(right);
    if (held) said.push(held);
  }
  return {
    on: said.find(({ on }) => on !== null)?.on ?? 'a place',
    links: said.flatMap(({ links }) => links),
  };
}

const byDay = (lines: readonly HomeLine[]): HomeLine[] =>
  lines.toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
