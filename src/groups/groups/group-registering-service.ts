import type { AssistingDeps } from './lead-email-service.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { AssistedGroup } from './assisted-group-contract.ts';
import type { Group } from './group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { invalid, type Mistake } from '../../kernel/problem.ts';
import { groupsOn } from './group-store.ts';
import { described } from './group-service.ts';
import { registeredMail } from './group-mail-words.ts';

/** Registers a group for somebody; they lead it, though they cannot sign in yet. */
export async function registerGroup(
  { clock, newId, db, inOneTransaction, people, post, baseUrl }: AssistingDeps,
  officer: Who,
  area: Area,
  details: AssistedGroup,
): Promise<Group> {
  const now = clock();
  const mistakes = assistedMistakes(details, dayIn(area.timeZone, now));
  if (mistakes.length > 0) throw invalid(mistakes);
  const submission = details.submission ?? newId();
  const known = await groupsOn(db).bySubmission(officer.personId, submission);
  if (known) return known;
  return inOneTransaction(async (unit) => {
    const group: Group = {
      ...described(details),
      id: newId(),
      areaId: area.id,
      channel: details.channel,
      receivedOn: details.received_on,
      readBack: details.read_back,
      registeredBy: officer.personId,
      submission,
      createdAt: now.toISOString(),
      closedAt: null,
    };
    const groups = groupsOn(unit.trx);
    if (!(await groups.add(group))) return (await groups.bySubmission(officer.personId, submission)) ?? group;
    const lead = await people.add(
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
      kind: 'group_registered',
      areaId: area.id,
      subjectKind: 'group',
      subjectId: group.id,
      actor: officer.personId,
      onBehalfOf: lead.id,
      channel: details.channel,
      after: {
        receivedOn: group.receivedOn,
        readBack: group.readBack,
        consent: details.consent,
        legalForm: group.legalForm,
        size: group.size,
      },
    });
    await people.giveRole(unit, lead.id, 'group_lead', group, officer.personId);
    await post(unit, group, { personId: lead.id, email: null }, registeredMail(group, `${baseUrl}/groups/${group.id}`));
    return group;
  });
}

/** What only shows when the day and the whole form are known. */
export function assistedMistakes(
  details: Pick<AssistedGroup, 'received_on' | 'person_telephone' | 'person_address' | 'read_back'>,
  today: string,
): Mistake[] {
  const mistakes: Mistake[] = [];
  if (details.received_on > today)
    mistakes.push({ field: 'received_on', message: 'Enter the day they got in touch: it cannot be after today.' });
  if (!details.person_telephone && !details.person_address)
    mistakes.push({
      field: 'person_telephone',
      message: 'Enter a telephone number or a postal address, so that we can reach them.',
    });
  else if (details.read_back === 'letter' && !details.person_address)
    mistakes.push({ field: 'person_address', message: 'Enter the postal address that the copy goes to.' });
  return mistakes;
}
