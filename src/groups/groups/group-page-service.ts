import { dayOf } from '../../kernel/day-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/problem.ts';
import { dayWords } from './day-words.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { documentsOn } from './document-store.ts';
import { GROUP_ROLES, outsideName, type Group } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import type { GroupsAtHome, GroupState } from './group-page-contract.ts';
import { isTheirTurn, missingIn } from './group-rules.ts';
import { groupsOn } from './group-store.ts';
import { missingWords, ROLE_WORDS } from './group-words.ts';
import type { HistoryLine } from './history-contract.ts';
import { groupFacts } from './history-store.ts';
import { historyLine } from './history-words.ts';
import { handoversOn, invitationsOn } from './membership-store.ts';

type Deps = Pick<GroupDeps, 'db' | 'clock' | 'people' | 'areas'>;

const HISTORY_SHOWN = 100;

/** How a group stands: for its page, and for its people's own pages. */
export function groupPageService({ db, clock, people, areas }: Deps) {
  return {
    state,

    /** What waits for somebody in their groups, the most urgent first. */
    async atHome(who: Who): Promise<GroupsAtHome> {
      const held = who.rights.filter(({ scope }) => scope === 'group');
      const groups = await groupsOn(db).byIds(held.map(({ scopeId }) => scopeId));
      const roleIn = ({ id }: Group) =>
        GROUP_ROLES.find((role) => held.some((right) => right.scopeId === id && right.role === role)) ?? 'group_member';
      const waiting: GroupsAtHome['waiting'] = [...(await invitationsFor(who)), ...(await handoversFor(who))];
      for (const group of groups.filter((one) => roleIn(one) !== 'group_member')) {
        const { missing } = await standing(group);
        for (const one of missing.filter(isTheirTurn))
          waiting.push({
            text: `${group.name}: ${missingWords(one)}`,
            href: `/groups/${group.id}`,
            due: 'due' in one ? one.due : null,
          });
      }
      return {
        groups: groups.map((group) => ({ id: group.id, name: group.name, role: ROLE_WORDS[roleIn(group)] })),
        waiting: waiting.toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999')),
      };
    },
  };

  /** @throws Problem 404 */
  async function state(groupId: string): Promise<GroupState> {
    const group = await groupsOn(db).byId(groupId);
    const area = (await areas.all()).find(({ id }) => id === group?.areaId);
    if (!group || !area) throw notFound('group');
    const { everybody, invitations, handover, documents, missing, today } = await standing(group);
    const lead = everybody.find(({ role }) => role === 'group_lead');
    const contact = lead?.email === null ? await people.byId(db, lead.personId) : undefined;
    const names = await people.names(db, [group.registeredBy]);
    return {
      group,
      area: { id: area.id, slug: area.slug, name: area.name },
      people: everybody,
      missing,
      today,
      leadContact: contact ? { telephone: contact.telephone, postalAddress: contact.postalAddress } : null,
      registeredByName: group.channel === 'online' ? null : (names.get(group.registeredBy) ?? null),
      invitations: invitations.map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt })),
      handover: handover
        ? {
            toPerson: handover.toPerson,
            toName: everybody.find(({ personId }) => personId === handover.toPerson)?.name ?? '',
          }
        : null,
      documents,
      history: await historyOf(groupId, area.timeZone),
    };
  }

  async function standing(group: Group) {
    const zone = (await areas.all()).find(({ id }) => id === group.areaId)?.timeZone ?? 'UTC';
    const today = dayIn(zone, clock());
    const everybody = await people.inGroup(db, group.id);
    const invitations = await invitationsOn(db).openOf(group.id, clock());
    const handover = (await handoversOn(db).openOf(group.id)) ?? null;
    const documents = await documentsOn(db).currentOf([group.id]);
    return {
      everybody,
      invitations,
      handover,
      documents,
      today,
      missing: missingIn({ people: everybody, invited: invitations, handover, documents, today }),
    };
  }

  async function historyOf(groupId: string, timeZone: string): Promise<HistoryLine[]> {
    const facts = await groupFacts(db, groupId, HISTORY_SHOWN);
    const ids = facts
      .flatMap(({ actor, onBehalfOf, after }) => [actor, onBehalfOf, after['personId'], after['to']])
      .filter((id): id is string => typeof id === 'string' && id !== '');
    const names = await people.names(db, [...new Set(ids)]);
    const nameOf = (id: unknown): string =>
      (typeof id === 'string' ? (names.get(id) ?? (id === 'system' ? 'Meantime' : null)) : null) || 'Somebody';
    return facts.flatMap((fact) => {
      const text = historyLine(fact, nameOf);
      return text === null ? [] : [{ on: dayIn(timeZone, new Date(fact.at)), text }];
    });
  }

  async function invitationsFor({ email }: Who): Promise<GroupsAtHome['waiting']> {
    const invitations = email === null ? [] : await invitationsOn(db).openFor(email, clock());
    const groups = await groupsOn(db).byIds(invitations.map(({ groupId }) => groupId));
    return invitations.map(({ id, role, groupId, expiresAt }) => {
      const group = groups.find((one) => one.id === groupId);
      return {
        text: `You are asked to be a ${ROLE_WORDS[role]} of ${group ? outsideName(group) : 'a group'}`,
        href: `/groups/join/${id}`,
        due: dayOf(expiresAt),
      };
    });
  }

  async function handoversFor({ personId }: Who): Promise<GroupsAtHome['waiting']> {
    const handovers = await handoversOn(db).openFor(personId);
    const groups = await groupsOn(db).byIds(handovers.map(({ groupId }) => groupId));
    return handovers.map(({ groupId, createdAt }) => ({
      text: `You are asked to lead ${groups.find(({ id }) => id === groupId)?.name ?? 'a group'} (asked on ${dayWords(createdAt)})`,
      href: `/groups/${groupId}/lead`,
      due: null,
    }));
  }
}
