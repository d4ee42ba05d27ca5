import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Database } from '../../kernel/database.ts';
import { SECRET_KINDS, type StoredMail } from '../../ground/notifications/mail-contract.ts';
import type { Undelivered } from './undelivered-contract.ts';
import { addresseesOn } from './undelivered-store.ts';

type Deps = { db: Database; owners(): Promise<Owner[]>; failures(limit: number): Promise<StoredMail[]> };

/** So many failures of the whole installation are looked through; older ones are long known. */
const LOOKED_AT = 500;

/** Mails that did not arrive. Officers see those to people of their own area, and of nobody else. */
export function undeliveredService({ db, owners, failures }: Deps) {
  return {
    async inArea({ id }: Pick<Area, 'id'>): Promise<Undelivered[]> {
      const failed = await failures(LOOKED_AT);
      const ownerIds = (await owners()).filter(({ areaId }) => areaId === id).map((owner) => owner.id);
      const known = await addresseesOn(db).inArea(id, ownerIds, [...new Set(failed.map(({ to }) => to))]);
      return failed.flatMap((mail) => {
        const person = known.get(mail.to);
        return person
          ? [
              {
                ...person,
                id: mail.id,
                at: mail.createdAt,
                to: mail.to,
                about: aboutOf(mail),
                problem: mail.problem ?? '',
              },
            ]
          : [];
      });
    },
  };
}
export type UndeliveredService = ReturnType<typeof undeliveredService>;

/** Codes and links of others are nobody's business, not even as a subject. */
const aboutOf = ({ kind, subject }: StoredMail): string => (SECRET_KINDS.test(kind) ? 'A code or a link' : subject);
