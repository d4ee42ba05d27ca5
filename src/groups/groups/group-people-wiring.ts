import { peoplePorts, personAdding } from '../../ground/people/people-ports.ts';
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
    add: personAdding({ clock, newId }),
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
