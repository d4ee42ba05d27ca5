import type { Db } from '../../kernel/database.ts';

export type Passkey = {
  id: string;
  personId: string;
  /** The authenticator's own id of it, base64url. */
  credentialId: string;
  /** COSE key, base64url. */
  publicKey: string;
  /** How often it has signed, as far as its maker counts; a step back would betray a copy (WebAuthn, section 6.1.1). */
  counter: number;
  transports: string[];
  name: string;
  createdAt: string;
  usedAt: string | null;
};
type Row = {
  id: string;
  person_id: string;
  credential_id: string;
  public_key: string;
  counter: number;
  transports: string;
  name: string;
  created_at: string;
  used_at: string | null;
};

/** Passkeys: only the public half of each, which lets nobody in. */
export function passkeysOn(db: Db) {
  return {
    async count(): Promise<number> {
      return Number((await db('passkeys').count({ count: '*' }).first())?.['count']);
    },
    async of(personId: string): Promise<Passkey[]> {
      return (await db('passkeys').where({ person_id: personId }).orderBy('id')).map(fromRow);
    },
    async byCredential(credentialId: string): Promise<Passkey | undefined> {
      const row: Row | undefined = await db('passkeys').where({ credential_id: credentialId }).first();
      return row && fromRow(row);
    },
    async add(passkey: Passkey): Promise<void> {
      await db('passkeys').insert(toRow(passkey));
    },
    async used(id: string, counter: number, now: Date): Promise<void> {
      await db('passkeys').where({ id }).update({ counter, used_at: now.toISOString() });
    },
    async rename(personId: string, id: string, name: string): Promise<boolean> {
      return (await db('passkeys').where({ person_id: personId, id }).update({ name })) === 1;
    },
    async remove(personId: string, id: string): Promise<Passkey | undefined> {
      const row: Row | undefined = await db('passkeys').where({ person_id: personId, id }).first();
      if (row) await db('passkeys').where({ id }).delete();
      return row && fromRow(row);
    },
    async removeAll(personId: string): Promise<number> {
      return db('passkeys').where({ person_id: personId }).delete();
    },
  };
}

const toRow = (passkey: Passkey): Row => ({
  id: passkey.id,
  person_id: passkey.personId,
  credential_id: passkey.credentialId,
  public_key: passkey.publicKey,
  counter: passkey.counter,
  transports: passkey.transports.join(','),
  name: passkey.name,
  created_at: passkey.createdAt,
  used_at: passkey.usedAt,
});
const fromRow = (row: Row): Passkey => ({
  id: row.id,
  personId: row.person_id,
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports.split(',').filter((one) => one !== ''),
  name: row.name,
  createdAt: row.created_at,
  usedAt: row.used_at,
});
