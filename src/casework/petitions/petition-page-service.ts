import type { Thing } from '../../ground/people/role-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import { publicHistory } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Petition } from './petition-contract.ts';
import { isNear, sponsoredFor, tallyOf, type Tally } from './petition-count-rules.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { isOpenOn, petitionDue } from './petition-due-rules.ts';
import type { PetitionLine, PublicPetition, PublicTally } from './petition-page-contract.ts';
import { petitionStanding } from './petition-standing-words.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';
import { errorRate } from './sheet-rules.ts';
import { sheetsOn } from './sheet-store.ts';
import { signatureCountsOn } from './signature-count-store.ts';

type Deps = PetitionDeps & { steps: PetitionSteps };
const MOST_LINES = 50;
/** Fewer of one ward are shown together with others (casework reference, section 6). */
const FEWEST = 5;
const NO_PLACE = 'A building that has left the register';

/** A petition as its pages and lists show it; what it says of signatures it reads from counts that are kept. */
export function petitionPages({ db, clock, areas, shown, groups, proposals, steps }: Deps) {
  return { thing, known, publicly, openedOnly, counts, lines, ofPlace, ofGroups, openIn, newestFor };

  /** What an act to a petition is done to. @throws Problem 404 */
  async function thing(id: string): Promise<Thing> {
    const { areaId, groupId, assetId } = await known(id);
    return { areaId, groupId, assetId, ownerId: (await shown(db, assetId))?.owner.id ?? null };
  }

  async function known(id: string): Promise<Petition> {
    const petition = await petitionsOn(db).byId(id);
    if (!petition) throw notFound('petition');
    return petition;
  }

  /** One that everybody may know of. @throws Problem 404 before its wording was checked */
  async function openedOnly(id: string): Promise<Petition> {
    const petition = await known(id);
    if (petition.openedOn === null) throw notFound('petition');
    return petition;
  }

  async function counts(id: string): Promise<Tally> {
    return tallyOf(await signatureCountsOn(db).of(id));
  }

  /** @throws Problem 404 */
  async function publicly(id: string): Promise<PublicPetition> {
    const petition = await known(id);
    const area = await areas.byId(db, petition.areaId);
    if (!area) throw notFound('petition');
    const asset = await shown(db, petition.assetId);
    const group = await groups.byId(db, petition.groupId);
    const counting = await steps.countingFor(db, petition);
    const wards = await petitionsOn(db).wards(id);
    const proposal = await proposals.openOf(db, petition.groupId, petition.assetId);
    const tally = await counts(id);
    return {
      ...shownFields(petition),
      area: { id: area.id, slug: area.slug, name: area.name, timeZone: area.timeZone },
      asset: asset ? { id: asset.id } : null,
      place: asset?.name ?? NO_PLACE,
      group: { id: petition.groupId, name: group ? outsideName(group) : 'A group' },
      wards: wards.map(({ name }) => name),
      sponsorNeeds: sponsoredFor(petition.threshold ?? counting.terms.petition_most, counting.terms),
      open: isOpenOn(petition, dayIn(area.timeZone, clock())),
      tally: publicTally(tally, wards, errorRate(await sheetsOn(db).of(id))),
      proposal: proposal
        ? { id: proposal.id, number: proposal.number, beforeOwnersTime: proposals.isBeforeOwnersTime(proposal) }
        : null,
      standing: petitionStanding(petition),
      howDue: petitionDue(petition, counting),
      history: (await publicHistory(db, 'petition', id, MOST_LINES)).map(({ at, on, text }) => ({
        on: on ?? dayOf(at, area.timeZone),
        text,
      })),
    };
  }

  async function lines(petitions: readonly Petition[]): Promise<PetitionLine[]> {
    const valid = await signatureCountsOn(db).validOf(petitions.map(({ id }) => id));
    const all: PetitionLine[] = [];
    for (const petition of petitions) {
      const { id, number, state, dueOn, groupId, closesOn, threshold } = petition;
      const group = await groups.byId(db, groupId);
      all.push({
        ...{ id, number, state, dueOn, groupId, closesOn, threshold },
        place: (await shown(db, petition.assetId))?.name ?? NO_PLACE,
        group: group ? outsideName(group) : 'A group',
        valid: valid.get(id) ?? 0,
        standing: petitionStanding(petition),
      });
    }
    return all;
  }

  /** Of a place, those that everybody may know of. */
  async function ofPlace(assetId: string): Promise<PetitionLine[]> {
    return lines((await petitionsOn(db).ofPlace(assetId)).filter(({ openedOn }) => openedOn !== null));
  }
  async function ofGroups(groupIds: readonly string[]): Promise<PetitionLine[]> {
    return groupIds.length === 0 ? [] : lines(await petitionsOn(db).openOfGroups(groupIds));
  }
  async function openIn(areaId: string): Promise<PetitionLine[]> {
    return lines(await petitionsOn(db).openIn(areaId));
  }
  async function newestFor(groupId: string, assetId: string): Promise<Petition | undefined> {
    return petitionsOn(db).newestFor(groupId, assetId);
  }
}
export type PetitionPages = ReturnType<typeof petitionPages>;

/** Counts for everybody. Where a ward has fewer than five it stands with the others that have. */
export function publicTally(
  { valid, byChannel, byWard, refused, all }: Tally,
  wards: readonly { wardId: string; name: string }[],
  typedTwice: PublicTally['typedTwice'],
): PublicTally {
  const named = byWard.map(({ wardId, n }) => ({
    name: wards.find((ward) => ward.wardId === wardId)?.name ?? null,
    n,
  }));
  const large = named.flatMap(({ name, n }) => (name !== null && n >= FEWEST ? [{ name, n }] : []));
  const rest = valid - large.reduce((sum, { n }) => sum + n, 0);
  const sorted = large.toSorted((one, other) => other.n - one.n);
  return {
    ...{ valid, byChannel, refused, all, typedTwice },
    byWard: rest > 0 ? [...sorted, { name: 'Other wards, or not known', n: rest }] : sorted,
  };
}

/** Whether what is valid is so near to what is needed that every sheet is typed twice. */
export const nearOf = ({ threshold }: Pick<Petition, 'threshold'>, { valid }: Pick<Tally, 'valid'>): boolean =>
  isNear(valid, threshold ?? 0);

function shownFields({
  areaId: _area,
  groupId: _group,
  assetId: _asset,
  stateOn: _since,
  days: _days,
  turnedBackFor: _for,
  reasons: _reasons,
  sponsorId: _sponsor,
  tells: _tells,
  begunBy: _begun,
  submission: _submission,
  createdAt: _created,
  changedAt: _changed,
  ...shown
}: Petition) {
  return shown;
}
