import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Area, Owner } from '../areas/area-contract.ts';
import {
  CONTACT_PARTS,
  NO_CONTACT,
  type Contact,
  type ContactForm,
  type ContactSubject,
  type KnownContact,
} from './contact-contract.ts';
import { contactsOn } from './contact-store.ts';
import { waysToReach } from './contact-words.ts';

type Deps = {
  db: Db;
  clock: Clock;
  inOneTransaction: InOneTransaction;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};

/** How areas and owners are reached, for every page, mail and letter that says whom to ring. */
export function contactService({ db, clock, inOneTransaction, areas }: Deps) {
  return {
    subject,

    /** Of an area or an owner; everything in it is null where nobody has filled it in. */
    of: async (id: string, on: Db = db): Promise<Contact> => (await contactsOn(on).of([id])).get(id) ?? NO_CONTACT,

    /** Whom to ask about a place: its area, and its owner where one is named. */
    async ofPlace(areaId: string, ownerId: string | undefined): Promise<{ area: Contact; owner: KnownContact | null }> {
      const known = await contactsOn(db).of(ownerId === undefined ? [areaId] : [areaId, ownerId]);
      const contact = ownerId === undefined ? undefined : known.get(ownerId);
      return {
        area: known.get(areaId) ?? NO_CONTACT,
        owner: contact && ownerId !== undefined ? { subject: await subject('owner', ownerId), contact } : null,
      };
    },

    /** An area and all its owners, the area first. */
    async inArea(area: Area): Promise<KnownContact[]> {
      const known = await contactsOn(db).all();
      const owners = (await areas.owners()).filter(({ areaId }) => areaId === area.id);
      return [ofTheArea(area), ...owners.map(ofTheOwner)].map((one) => ({
        subject: one,
        contact: known.get(one.id) ?? NO_CONTACT,
      }));
    },

    /** What goes for everybody: the contact of the one area where there is one only, and whether any area can be reached. */
    async forEverybody(on: Db = db): Promise<{ contact: Contact | null; isAny: boolean }> {
      const all = await contactsOn(on).ofAreas();
      const reached = all.filter((contact) => waysToReach(contact) !== null);
      return { contact: all.length === 1 ? (reached[0] ?? null) : null, isAny: reached.length > 0 };
    },

    async save(of: ContactSubject, form: ContactForm, by: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const before = (await contactsOn(trx).of([of.id])).get(of.id) ?? NO_CONTACT;
        const changed = CONTACT_PARTS.filter((part) => before[part] !== form[part]);
        if (changed.length === 0) return;
        await contactsOn(trx).save(of, form, by, clock().toISOString());
        record({
          kind: 'contact_changed',
          areaId: of.areaId,
          subjectKind: of.kind,
          subjectId: of.id,
          actor: by,
          after: { changed },
        });
      });
    },
  };

  /** @throws Problem 404 for what is no area and no owner */
  async function subject(kind: ContactSubject['kind'], id: string): Promise<ContactSubject> {
    if (kind === 'area') {
      const area = (await areas.all()).find((one) => one.id === id);
      if (!area) throw notFound('area');
      return ofTheArea(area);
    }
    const owner = (await areas.owners()).find((one) => one.id === id);
    if (!owner) throw notFound('owner');
    return ofTheOwner(owner);
  }
}
export type ContactService = ReturnType<typeof contactService>;

const ofTheArea = ({ id, name }: Area): ContactSubject => ({ kind: 'area', id, areaId: id, name });
const ofTheOwner = ({ id, name, areaId }: Owner): ContactSubject => ({ kind: 'owner', id, areaId, name });
