import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { conflict, invalid, notFound, type Mistake } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { AssistedGroup, AssistedPerson } from './assisted-group-contract.ts';
import { outsideName, type Group } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { broughtInMail, leadEmailMail, registeredMail } from './group-mail-words.ts';
import type { Post } from './group-telling.ts';
import { described } from './group-service.ts';
import { lockedGroup } from './invitation-service.ts';
import { groupsOn } from './group-store.ts';

type Deps = Pick<GroupDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'baseUrl'> & { post: Post };

/** What officers do for people who rang, wrote or came in. The day they got in touch is the day that counts. */
export function assistedGroupService({ db, clock, newId, inOneTransaction, people, baseUrl, post }: Deps) {
  return {
    /** Registers a group for somebody; they lead it, though they cannot sign in yet. */
    async register(officer: Who, area: Area, details: AssistedGroup): Promise<Group> {
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
        await post(
          unit,
          group,
          { personId: lead.id, email: null },
          registeredMail(group, `${baseUrl}/groups/${group.id}`),
        );
        return group;
      });
    },

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

    /**
     * Adds an e-mail address for a lead who had none. Signing in with a code from that address proves it.
     * Whether the address has an account already stays unsaid: the lead then goes to that account.
     */
    async addLeadEmail(officer: Who, groupId: string, email: string): Promise<void> {
      if (email === officer.email)
        throw invalid([{ field: 'email', message: 'Enter the lead’s own address, not yours.' }]);
      await inOneTransaction(async (unit) => {
        await groupsOn(unit.trx).lock(groupId);
        const group = await groupsOn(unit.trx).byId(groupId);
        const lead = (await people.inGroup(unit.trx, groupId)).find(({ role }) => role === 'group_lead');
        const person = lead && (await people.byId(unit.trx, lead.personId));
        if (!group || !lead || !person) throw notFound('group');
        if (person.email !== null)
          throw conflict('The lead of this group has an e-mail address already. They can change it themselves.');
        const account = await people.byEmail(unit.trx, email);
        if (account) await moveLead(unit, group, lead.rightId, account.id, officer.personId);
        else await people.change(unit, { ...person, email });
        unit.record({
          kind: 'lead_email_added',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: officer.personId,
          onBehalfOf: person.id,
          channel: group.channel,
        });
        await post(
          unit,
          group,
          { personId: account?.id ?? person.id, email },
          leadEmailMail(outsideName(group), `${baseUrl}/groups/${groupId}`),
        );
      });
    },
  };

  async function moveLead(
    unit: Parameters<Post>[0],
    group: Group,
    leadRightId: string,
    to: string,
    actor: string,
  ): Promise<void> {
    const part = (await people.inGroup(unit.trx, group.id)).find(({ personId }) => personId === to);
    if (part) await people.endRole(unit, part.rightId, group, actor);
    await people.endRole(unit, leadRightId, group, actor);
    await people.giveRole(unit, to, 'group_lead', group, actor);
  }
}
export type AssistedGroupService = ReturnType<typeof assistedGroupService>;

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
