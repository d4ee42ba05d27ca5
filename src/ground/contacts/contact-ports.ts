import type { Db } from '../../kernel/database.ts';
import type { Contact } from './contact-contract.ts';
import { contactsOn } from './contact-store.ts';
import { reachSentence, waysToReach } from './contact-words.ts';

/** Whom to ring, as other features ask: in the transaction in hand. Null where nobody has filled it in: then nothing is promised. */
export const contactPorts = {
  /** How an area is reached, as the end of a sentence: "ring 01632 960 100 or come to the Town Hall". */
  reachOf: async (db: Db, areaId: string): Promise<string | null> => {
    const contact = (await contactsOn(db).of([areaId])).get(areaId);
    return contact ? waysToReach(contact) : null;
  },
  /** Of some areas and owners, by id; those that nobody has filled in are not there. */
  of: (db: Db, ids: readonly string[]): Promise<Map<string, Contact>> => contactsOn(db).of(ids),
  /** The contact of the only area; where there are several there is none for everybody. */
  ofTheOnlyArea: async (db: Db): Promise<Contact | null> => {
    const [only, ...more] = await contactsOn(db).ofAreas();
    return only && more.length === 0 && waysToReach(only) !== null ? only : null;
  },
  /** The last sentence of a mail or letter. @param areaId whose contact it is; without it that of the only area @param why what somebody may want to talk about */
  sentence: async (db: Db, areaId: string | undefined, why?: string): Promise<string | null> => {
    const contact =
      areaId === undefined ? await contactPorts.ofTheOnlyArea(db) : (await contactsOn(db).of([areaId])).get(areaId);
    return contact ? reachSentence(contact, why) : null;
  },
};
