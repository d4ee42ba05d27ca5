import { dayIn } from '../../kernel/clock.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import { publicHistory } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Thing, Who } from '../../ground/people/role-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Enquiry } from './enquiry-contract.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import { limitFrom } from './enquiry-due-rules.ts';
import { enquiryFollowersOn } from './enquiry-follower-store.ts';
import type { EnquiryPageData, EnquiryViewer, PrivateEnquiry, PublicEnquiry } from './enquiry-page-contract.ts';
import { enquiryPhotosOn } from './enquiry-photo-store.ts';
import { enquirySourcesOn } from './enquiry-source-store.ts';
import { enquiryStanding } from './enquiry-standing-words.ts';
import { enquiriesOn } from './enquiry-store.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';
import { OUTSIDE_WORDS, placeWords } from './enquiry-words.ts';

const MOST_LINES = 100;
type May = (act: 'enquiry.own' | 'enquiry.read' | 'enquiry.look' | 'enquiry.disprove', thing: Thing) => boolean;

/** A question as its page shows it: to everybody, to whoever asked, to whoever looks. */
export function enquiryPages({ db, clock, areas, shown, termsOn, inCompact, people, groups }: EnquiryDeps) {
  return { publicly, forViewer, thing, photo };

  /** What an act to a question is done to. @throws Problem 404 */
  async function thing(id: string): Promise<Thing> {
    const { areaId, ownerId, askerId } = await known(id);
    return { areaId, ownerId, personId: askerId };
  }

  /** @throws Problem 404 */
  async function publicly(id: string): Promise<PublicEnquiry> {
    return publicOf(await sceneOf(await known(id)));
  }

  /** @param may whether whoever looks may do an act to it */
  async function forViewer(id: string, who: Who | null, may: May): Promise<EnquiryPageData> {
    const scene = await sceneOf(await known(id));
    const { enquiry, area, owners } = scene;
    const of: Thing = { areaId: enquiry.areaId, ownerId: enquiry.ownerId, personId: enquiry.askerId };
    const viewer: EnquiryViewer = {
      signedIn: who !== null,
      isAsker: who !== null && who.personId === enquiry.askerId,
      follows: who !== null && (await enquiryFollowersOn(db).of(id)).includes(who.personId),
      mayRead: may('enquiry.read', of),
      mayAnswerOwn: may('enquiry.own', of),
      mayLook: may('enquiry.look', of),
      mayDisprove: may('enquiry.disprove', of),
    };
    const today = dayIn(area.timeZone, clock());
    return {
      enquiry: await publicOf(scene),
      viewer,
      hidden: viewer.mayRead ? await hiddenOf(enquiry) : null,
      owners: viewer.mayLook
        ? await withCompact(
            owners.filter(({ areaId }) => areaId === area.id),
            today,
          )
        : [],
      today,
      precisePoint: viewer.mayLook ? enquiry.point : null,
    };
  }

  /** @throws Problem 404 where the photo is not of this question */
  async function photo(id: string, photoId: string): Promise<void> {
    if (!(await enquiryPhotosOn(db).of(id)).some((one) => one.id === photoId)) throw notFound('photo');
  }

  async function known(id: string): Promise<Enquiry> {
    const enquiry = await enquiriesOn(db).byId(id);
    if (!enquiry) throw notFound('question');
    return enquiry;
  }

  async function sceneOf(enquiry: Enquiry): Promise<Scene> {
    const area = await areas.byId(db, enquiry.areaId);
    if (!area) throw notFound('question');
    const asset = enquiry.assetId === null ? undefined : await shown(db, enquiry.assetId);
    return { enquiry, area, owners: await areas.owners(db), asset: asset ?? null };
  }

  async function publicOf(scene: Scene): Promise<PublicEnquiry> {
    const { enquiry, area, owners, asset } = scene;
    const { id, state } = enquiry;
    const { limit } = ENQUIRY_TABLE[state];
    const terms = await termsOn(db, area.id, enquiry.receivedOn);
    const daysOff = await areas.bankHolidays(db, area.id);
    const named = new Map(owners.map((owner) => [owner.id, owner.name]));
    const checks = await enquirySourcesOn(db).of(id);
    const history = await publicHistory(db, 'enquiry', id, MOST_LINES);
    return {
      id,
      number: enquiry.number,
      area: { id: area.id, slug: area.slug, name: area.name },
      place: placeWords(enquiry, asset),
      kind: enquiry.kind,
      ward: enquiry.ward,
      asset: asset && { id: asset.id, name: asset.name },
      point: publicPoint(enquiry, asset),
      precision: enquiry.precision,
      state,
      standing: enquiryStanding(enquiry, ENQUIRY_TABLE[state]),
      howDue: limit === null ? null : limitFrom(limit, enquiry.countedFrom, { terms, daysOff }),
      receivedOn: enquiry.receivedOn,
      endedOn: enquiry.endedOn,
      owner: ownerOf(enquiry, named),
      outcome: enquiry.outcome,
      sources: checks.map(({ id: checkId, source, outcome, words, checkedOn, disproved, ownerId }) => ({
        id: checkId,
        source,
        outcome,
        words,
        checkedOn,
        disproved,
        owner: named.get(ownerId ?? '') ?? null,
      })),
      history: history.map(({ at, on, text }) => ({ on: on ?? dayOf(at, area.timeZone), text })),
      handOffs: enquiry.handOffs,
    };
  }

  async function hiddenOf(enquiry: Enquiry): Promise<PrivateEnquiry> {
    const asker = enquiry.askerId === null ? undefined : await people.byId(db, enquiry.askerId);
    const officers = enquiry.officerId === null ? [] : [enquiry.officerId];
    const [group] = enquiry.groupId === null ? [] : await groups.byIds(db, [enquiry.groupId]);
    return {
      idea: enquiry.idea,
      groupName: enquiry.groupName,
      channel: enquiry.channel,
      readBack: enquiry.readBack,
      consent: enquiry.consent,
      outsideOwner: enquiry.outsideOwner,
      looks: enquiry.looks,
      acknowledgedBy: enquiry.acknowledgedBy,
      asker: asker
        ? { name: asker.name, email: asker.email, telephone: asker.telephone, address: asker.postalAddress }
        : null,
      group: group ? (group.publicName ?? group.name) : null,
      officer: (await people.namesForOfficers(db, officers)).get(enquiry.officerId ?? '') ?? null,
      photos: await enquiryPhotosOn(db).of(enquiry.id),
      exactPlace: [enquiry.place, enquiry.postcode].filter((part) => part !== null).join(', '),
    };
  }

  async function withCompact(owners: readonly Owner[], today: string) {
    const all: EnquiryPageData['owners'][number][] = [];
    for (const { id, name } of owners) all.push({ id, name, inCompact: await inCompact(db, id, today) });
    return all;
  }
}

type Scene = { enquiry: Enquiry; area: Area; owners: Owner[]; asset: PublicAsset | null };

/** Where it lies: of a place on the register what the register shows; of a building on nobody’s list nothing. */
function publicPoint({ kind, point }: Enquiry, asset: PublicAsset | null): PublicEnquiry['point'] {
  if (asset) return asset.redacted ? null : asset.point;
  return kind === 'land' ? point : null;
}

function ownerOf({ ownerId, outsideKind }: Enquiry, named: ReadonlyMap<string, string>): PublicEnquiry['owner'] {
  const name = ownerId === null ? undefined : named.get(ownerId);
  if (name !== undefined) return { id: ownerId, words: name };
  return outsideKind ? { id: null, words: OUTSIDE_WORDS[outsideKind] } : null;
}
