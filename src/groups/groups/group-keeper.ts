import type { Db } from '../../kernel/database.ts';
import type { PersonalDataPart } from '../../ground/people/personal-data-contract.ts';
import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import type { Role, Scope } from '../../ground/people/role-contract.ts';
import { groupPersonalDataOn } from './group-personal-data-store.ts';
import { groupsOn } from './group-store.ts';

type Deps = { idsHeld(db: Db, personId: string, roles: readonly Role[], scope: Scope): Promise<string[]> };

/** What groups keep about their people. */
export function groupKeeper({ idsHeld }: Deps): PersonalDataKeeper {
  return {
    partsFor: async (db, { id }) => [await groupsOf(db, id), await papersBy(db, id), await lettersTo(db, id)],
    async erase({ trx }, { id, telephone }) {
      await groupPersonalDataOn(trx).forgetLettersTo(id);
      // A small group often gives the number of one of its people.
      if (telephone !== null) await groupPersonalDataOn(trx).forgetTelephone(telephone);
    },
    async holdsFor(db, { id }) {
      const led: string[] = [];
      for (const groupId of await idsHeld(db, id, ['group_lead'], 'group'))
        led.push((await groupsOn(db).byId(groupId))?.name ?? 'a group');
      return led.map((name) => `You lead “${name}”. On the group’s page, hand over the lead or close the group first.`);
    },
  };

  async function groupsOf(db: Db, personId: string): Promise<PersonalDataPart> {
    const ids = await idsHeld(db, personId, ['group_lead', 'group_deputy', 'group_member'], 'group');
    const found = await Promise.all(ids.map((groupId) => groupsOn(db).byId(groupId)));
    return {
      name: 'groups',
      title: 'Your groups',
      entries: found.flatMap((group) => (group ? [{ name: group.name, id: group.id, since: group.createdAt }] : [])),
    };
  }
}

async function papersBy(db: Db, personId: string): Promise<PersonalDataPart> {
  const papers = await groupPersonalDataOn(db).papersBy(personId);
  return {
    name: 'papers',
    title: 'Papers you handed in for a group',
    entries: papers.map(({ kind, uploadedAt, state }) => ({ kind, handed_in: uploadedAt, state })),
  };
}

async function lettersTo(db: Db, personId: string): Promise<PersonalDataPart> {
  const letters = await groupPersonalDataOn(db).lettersTo(personId);
  return {
    name: 'letters',
    title: 'Letters to you',
    entries: letters.map(({ subject, text, createdAt, printedAt }) => ({
      subject,
      written: createdAt,
      printed: printedAt,
      text,
    })),
  };
}
