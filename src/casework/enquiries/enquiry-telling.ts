import type { NewMail, NewNews } from '../../ground/notifications/mail-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type { Scope } from '../../ground/people/role-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Enquiry } from './enquiry-contract.ts';
import type { EnquiryFactKind } from './enquiry-facts.ts';
import { enquiryFollowersOn } from './enquiry-follower-store.ts';
import { enquiryMail, type Audience, type EnquiryTold } from './enquiry-mail-words.ts';
import { enquiryStanding, standingSentence } from './enquiry-standing-words.ts';
import { enquiriesOn } from './enquiry-store.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';
import { OUTSIDE_WORDS, placeWords, SILENCE_WORDS } from './enquiry-words.ts';

export type TellingDeps = {
  baseUrl: string;
  shown(db: Db, assetId: string): Promise<PublicAsset | undefined>;
  owners(db: Db): Promise<{ id: string; name: string }[]>;
  people: {
    byIds(db: Db, ids: readonly string[]): Promise<Person[]>;
    holders(db: Db, scope: Scope, ids: string[]): Promise<{ personId: string; role: string; email: string | null }[]>;
  };
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    area: { id: null; areaId: string },
    to: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
  /** News that one click stops. */
  writeNews(db: Db, news: NewNews): Promise<boolean>;
};
type To = { personId: string; email: string | null };

/** Tells everybody whom it concerns what has happened to a question. It reads how things stand by id, so it may run twice. */
export function enquiryTelling({ baseUrl, shown, owners, people, tell, writeNews }: TellingDeps) {
  /** Who they are, now. */
  const READERS: Record<Audience, (db: Db, enquiry: Enquiry) => Promise<To[]>> = {
    asker: async (db, { askerId }) => (askerId === null ? [] : reached(await people.byIds(db, [askerId]))),
    followers: async (db, { id }) => reached(await people.byIds(db, await enquiryFollowersOn(db).of(id))),
    // Where an area has named none, those who could name one are told.
    monitoring_officers: async (db, { areaId }) => {
      const held = await people.holders(db, 'area', [areaId]);
      const officers = held.filter(({ role }) => role === 'monitoring_officer');
      return officers.length > 0 ? officers : held.filter(({ role }) => role === 'area_administrator');
    },
    owner: async (db, { ownerId }) =>
      ownerId === null
        ? []
        : (await people.holders(db, 'owner', [ownerId])).filter(({ role }) => role === 'owner_representative'),
  };

  return async (unit: UnitOfWork, fact: Fact, kind: EnquiryFactKind, audience: Audience): Promise<void> => {
    const enquiry = await enquiriesOn(unit.trx).byId(fact.subjectId);
    if (!enquiry) return;
    const mail = enquiryMail(kind, audience, await toldOf(unit.trx, enquiry, fact, audience));
    if (!mail) return;
    for (const to of await READERS[audience](unit.trx, enquiry)) {
      if (audience === 'followers' && to.email !== null)
        await writeNews(unit.trx, {
          ...mail,
          to: to.email,
          topic: `enquiry:${enquiry.id}`,
          areaId: enquiry.areaId,
          because: unit.because,
        });
      else await tell(unit, { id: null, areaId: enquiry.areaId }, to, mail);
    }
  };

  async function toldOf(db: Db, enquiry: Enquiry, fact: Fact, audience: Audience): Promise<EnquiryTold> {
    const asset = enquiry.assetId === null ? undefined : await shown(db, enquiry.assetId);
    const owner = (await owners(db)).find(({ id }) => id === enquiry.ownerId)?.name;
    const standing = enquiryStanding(enquiry, ENQUIRY_TABLE[enquiry.state]);
    return {
      number: enquiry.number,
      place: placeWords(enquiry, asset ?? null),
      owner: owner ?? (enquiry.outsideKind && OUTSIDE_WORDS[enquiry.outsideKind]),
      outcome: enquiry.outcome,
      idea: audience === 'asker' ? enquiry.idea : '',
      byClock: fact.actor === 'system',
      standing: standingSentence(standing, audience === 'asker' ? 'asker' : null),
      silence: SILENCE_WORDS[enquiry.state],
      url: `${baseUrl}/enquiries/${enquiry.id}`,
    };
  }
}

const reached = (all: readonly Person[]): To[] =>
  all.filter(({ deletedAt }) => deletedAt === null).map(({ id, email }) => ({ personId: id, email }));
