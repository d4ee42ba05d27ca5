import type { Area } from '../../ground/areas/area-contract.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { AssistedGroup, AssistedPerson } from './assisted-group-contract.ts';
import { outsideName } from './group-contract.ts';
import { broughtInMail } from './group-mail-words.ts';
import { lockedGroup } from './invitation-service.ts';
import { type AssistingDeps, addLeadEmail } from './lead-email-service.ts';
import { registerGroup, assistedMistakes } from './group-registering-service.ts';

/** What officers do for people who rang, wrote or came in. The day they got in touch is the day that counts. */
export function assistedGroupService(deps: AssistingDeps) {
  const { inOneTransaction, people, post } = deps;
  return {
    register: (officer: Who, area: Area, details: AssistedGroup) => registerGroup(deps, officer, area, details),

    /** Puts somebody without an e-mail address into a group, as they asked an officer to. */
    async addPerson(officer: Who, groupId: string, today: string, details: AssistedPerson): Promise<void> {
      const mistakes = assistedMistakes(details, today);
      if (mistakes.length > 0) throw invalid(mistakes);
      await inOneTransaction(async (unit) => {
        const group = await lockedGroup(groupId, unit.trx);
        const person = await people.add(
          unit,
          {
            email: null,
            name: details.person_name,
            telephone: details.person_telephone,
            postalAddress: details.person_address,
          },
          officer.personId,
        );
        unit.record({
          kind: 'person_brought_in',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: officer.personId,
          onBehalfOf: person.id,
          channel: details.channel,
          after: {
            role: details.role,
            receivedOn: details.received_on,
            readBack: details.read_back,
            consent: details.consent,
          },
        });
        await people.giveRole(unit, person.id, details.role, group, officer.personId);
        await post(unit, group, { personId: person.id, email: null }, broughtInMail(outsideName(group), details.role));
      });
    },

    addLeadEmail: (officer: Who, groupId: string, email: string) => addLeadEmail(deps, officer, groupId, email),
  };
}
