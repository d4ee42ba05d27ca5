import { join } from 'node:path';
import type { AreaService } from './ground/areas/area-service.ts';
import { documentFiles } from './groups/groups/document-files.ts';
import { GROUP_ROLES, type GroupPerson } from './groups/groups/group-contract.ts';
import type { GroupDeps, GroupPeople } from './groups/groups/group-deps.ts';
import { groupServices, type GroupServices } from './groups/groups/groups.ts';
import type { Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Db } from './kernel/database.ts';
import type { NewId } from './kernel/ids.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import { peopleOn } from './ground/people/person-store.ts';

type Deps = Pick<GroupDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'holdsOn'> & {
  config: Config;
  people: PeopleService;
  mails: MailService;
  areas: AreaService;
};

/** Builds groups and hands them what they need of people, mail and areas. */
export function groupsOf({ config, people, mails, areas, ...kernel }: Deps): GroupServices {
  return groupServices({
    ...kernel,
    mails,
    areas,
    baseUrl: config.baseUrl,
    files: documentFiles(join(config.dataDir, 'documents')),
    people: groupPeople(people, kernel.clock, kernel.newId),
  });
}

/** People as groups see them: whoever has a part, and rights given and ended through the one door for rights. */
export function groupPeople(people: PeopleService, clock: Clock, newId: NewId): GroupPeople {
  return {
    byId: (db, id) => peopleOn(db).byId(id),
    byEmail: (db, email) => peopleOn(db).byEmail(email),
    names: async (db, ids) => new Map((await peopleOn(db).byIds(ids)).map(({ id, name }) => [id, name])),
    async add(unit, details, actor) {
      const person = { ...details, id: newId(), createdAt: clock().toISOString(), deletedAt: null };
      await peopleOn(unit.trx).add(person);
      unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor });
      return person;
    },
    change: (unit, person) => peopleOn(unit.trx).change(person),
    inGroup: peopleInGroup,
    giveRole: (unit, personId, role, group, actor) =>
      people.grant(
        unit,
        personId,
        { role, scope: 'group', scopeId: group.id, areaId: group.areaId, endsOn: null },
        actor,
      ),
    endRole: (unit, rightId, { areaId }, actor) => people.endRight(unit, rightId, actor, areaId),
  };
}

/** Everybody who has a part in a group, its lead first. */
export async function peopleInGroup(db: Db, groupId: string): Promise<GroupPerson[]> {
  const held = await peopleOn(db).holders('group', [groupId]);
  const everybody = held.flatMap(({ id, personId, role, name, email }): GroupPerson[] => {
    const known = GROUP_ROLES.find((one) => one === role);
    return known ? [{ personId, rightId: id, role: known, name, email }] : [];
  });
  return everybody.toSorted((one, other) => GROUP_ROLES.indexOf(one.role) - GROUP_ROLES.indexOf(other.role));
}
