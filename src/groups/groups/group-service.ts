import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { countAttempt } from '../../kernel/limits.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BroughtBy } from './assisted-group-contract.ts';
import type { Group, GroupDetails, NewGroup } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { groupsOn, type After } from './group-store.ts';

const NEW_GROUPS = { name: 'new-group', most: 10, minutes: 24 * 60 };

/** Making groups and changing what they say of themselves. */
export function groupService({
  db,
  clock,
  newId,
  inOneTransaction,
  people,
  areas,
}: Pick<GroupDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'areas'>) {
  return {
    byId: (id: string) => groupsOn(db).byId(id),
    inArea: (areaId: string, words: string, after: After | null, limit: number) =>
      groupsOn(db).inArea(areaId, words, after, limit),

    /** What a group belongs to, for asking who may; nothing for a group that is not there, so that both answer strangers alike. */
    async thing(id: string): Promise<{ groupId?: string; areaId?: string }> {
      const group = await groupsOn(db).byId(id);
      return group ? { groupId: group.id, areaId: group.areaId } : {};
    },

    /** A group that somebody makes for themselves; they lead it. Sending the same form twice makes one group. */
    async create(who: Who, details: NewGroup): Promise<Group> {
      const area = areaNamed(await areas.all(), details.area);
      const submission = details.submission ?? newId();
      const known = await groupsOn(db).bySubmission(who.personId, submission);
      if (known) return known;
      await countAttempt(db, clock, NEW_GROUPS, who.personId);
      return inOneTransaction((unit) => createIn(unit, area, { ...details, submission }, who.personId));
    },
    createIn,

    /** Changes what a group says of itself. The record names the fields; a telephone number is not written into it. */
    async change(who: Who, id: string, details: GroupDetails, brought: BroughtBy | null = null): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const groups = groupsOn(trx);
        const open = await groups.lock(id);
        const before = open ? await groups.byId(id) : undefined;
        if (!before) throw notFound('group');
        const after: Group = { ...before, ...described(details) };
        const fields = FIELDS.filter((field) => before[field] !== after[field]);
        if (fields.length === 0) return;
        await groups.change(after);
        const shown = (group: Group) =>
          Object.fromEntries(fields.filter((field) => field !== 'telephone').map((field) => [field, group[field]]));
        record({
          kind: 'group_changed',
          areaId: before.areaId,
          subjectKind: 'group',
          subjectId: id,
          actor: who.personId,
          onBehalfOf: brought?.personId ?? null,
          channel: brought?.channel ?? null,
          before: shown(before),
          after: {
            ...shown(after),
            fields: fields.map((field) => FIELD_WORDS[field]),
            ...(brought && { receivedOn: brought.receivedOn }),
          },
        });
      });
    },
  };

  async function createIn(
    unit: UnitOfWork,
    area: Area,
    details: GroupDetails & { submission: string },
    leadId: string,
  ): Promise<Group> {
    const now = clock();
    const group: Group = {
      ...described(details),
      id: newId(),
      areaId: area.id,
      channel: 'online',
      receivedOn: dayIn(area.timeZone, now),
      readBack: null,
      registeredBy: leadId,
      submission: details.submission,
      createdAt: now.toISOString(),
      closedAt: null,
    };
    const groups = groupsOn(unit.trx);
    if (!(await groups.add(group))) return (await groups.bySubmission(leadId, details.submission)) ?? group;
    unit.record({
      kind: 'group_created',
      areaId: area.id,
      subjectKind: 'group',
      subjectId: group.id,
      actor: leadId,
      after: { legalForm: group.legalForm, size: group.size },
    });
    await people.giveRole(unit, leadId, 'group_lead', group, leadId);
    return group;
  }
}

const FIELD_WORDS = {
  name: 'name',
  publicName: 'name for others',
  legalForm: 'how it is set up',
  size: 'size',
  purpose: 'what it does',
  audience: 'who it is for',
  telephone: 'telephone',
} as const;
const FIELDS = Object.keys(FIELD_WORDS) as (keyof typeof FIELD_WORDS)[];

export const described = (details: GroupDetails) => ({
  name: details.name,
  publicName: details.public_name,
  legalForm: details.legal_form,
  size: details.size,
  purpose: details.purpose,
  audience: details.audience,
  telephone: details.telephone,
});

/** @throws Problem 400 when there are several areas and none of them is named */
function areaNamed(areas: readonly Area[], slug: string | undefined): Area {
  const area =
    areas.find((one) => one.slug === slug) ?? (slug === undefined && areas.length === 1 ? areas[0] : undefined);
  if (!area) throw invalid([{ field: 'area', message: 'Choose the area that your group is in.' }]);
  return area;
}
