import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { PeopleService } from '../../ground/people/people-service.ts';
import { peopleOn } from '../../ground/people/person-store.ts';
import type { Kernel } from '../../kernel/wing.ts';
import type { GroupPeople } from './group-deps.ts';
import { peopleIn } from './group-ports.ts';

/** People as groups see them: whoever has a part, and rights given and ended through the one door for rights. */
export function groupPeople({ clock, newId }: Kernel, people: PeopleService): GroupPeople {
  return {
    ...peoplePorts,
    inGroup: peopleIn,
    async add(unit, details, actor) {
      const person = { ...details, id: newId(), createdAt: clock().toISOString(), deletedAt: null };
      await peopleOn(unit.trx).add(person);
      unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor });
      return person;
    },
    change: (unit, person) => peopleOn(unit.trx).change(person),
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
