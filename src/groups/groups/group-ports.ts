import type { Db } from '../../kernel/database.ts';
import type { BeforeWriting } from '../../kernel/wing.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { MailService } from '../../ground/notifications/mail-service.ts';
import type { GroupDocument } from './document-contract.ts';
import { documentsOn } from './document-store.ts';
import { GROUP_ROLES, type Group, type GroupPerson } from './group-contract.ts';
import { groupPost, type Post } from './group-telling.ts';
import { groupsOn } from './group-store.ts';

/** Groups as other features ask for them: who leads one, who is in it, what papers it has, how its people are told. */
export type GroupPorts = {
  byId(db: Db, id: string): Promise<Group | undefined>;
  byIds(db: Db, ids: readonly string[]): Promise<Group[]>;
  /** Everybody with a part in a group, the lead first. */
  people(db: Db, groupId: string): Promise<GroupPerson[]>;
  lead(db: Db, groupId: string): Promise<GroupPerson | undefined>;
  /** Papers that a broker has accepted and nothing has replaced. */
  papers(db: Db, groupId: string): Promise<GroupDocument[]>;
  papersOf(db: Db, groupIds: readonly string[]): Promise<GroupDocument[]>;
  /** Those and the ones that wait for a broker’s check. */
  papersGivenOf(db: Db, groupIds: readonly string[]): Promise<GroupDocument[]>;
  /** By mail, or by a letter for an officer to print. */
  tell: Post;
};

export function groupPorts({ clock, newId }: BeforeWriting, { mails }: { mails: MailService }): GroupPorts {
  return {
    byId: (db, id) => groupsOn(db).byId(id),
    byIds: (db, ids) => groupsOn(db).byIds([...ids]),
    people: peopleIn,
    lead: async (db, groupId) => (await peopleIn(db, groupId)).find(({ role }) => role === 'group_lead'),
    papers: (db, groupId) => papersOf(db, [groupId]),
    papersOf,
    papersGivenOf,
    tell: groupPost({ mails, newId, clock, reachIn: contactPorts.sentence }),
  };
}

const papersOf = async (db: Db, groupIds: readonly string[]): Promise<GroupDocument[]> =>
  (await documentsOn(db).currentOf([...groupIds])).filter(({ state }) => state === 'accepted');
const papersGivenOf = async (db: Db, groupIds: readonly string[]): Promise<GroupDocument[]> =>
  (await documentsOn(db).currentOf([...groupIds])).filter(({ state }) => state !== 'not_accepted');

/** Everybody with a part in a group, the lead first. */
export async function peopleIn(db: Db, groupId: string): Promise<GroupPerson[]> {
  const held = await peoplePorts.holders(db, 'group', [groupId]);
  const everybody = held.flatMap(({ id, personId, role, name, email }): GroupPerson[] => {
    const known = GROUP_ROLES.find((one) => one === role);
    return known ? [{ personId, rightId: id, role: known, name, email }] : [];
  });
  return everybody.toSorted((one, other) => GROUP_ROLES.indexOf(one.role) - GROUP_ROLES.indexOf(other.role));
}
