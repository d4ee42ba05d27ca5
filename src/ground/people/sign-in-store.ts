import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';

export type SignInCode = {
  id: string;
  purpose: 'sign_in' | 'change_email';
  email: string;
  personId: string | null;
  codeHash: string;
  linkHash: string;
  tries: number;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
};
type Row = {
  id: string;
  purpose: SignInCode['purpose'];
  email: string;
  person_id: string | null;
  code_hash: string;
  link_hash: string;
  tries: number;
  created_at: string;
  expires_at: string;
  used_at: string | null;
};

/** One-time codes, hashed. */
export function signInCodesOn(db: Db) {
  return {
    async add(code: SignInCode): Promise<void> {
      await db('sign_in_codes').insert({
        id: code.id,
        purpose: code.purpose,
        email: code.email,
        person_id: code.personId,
        code_hash: code.codeHash,
        link_hash: code.linkHash,
        tries: code.tries,
        created_at: code.createdAt,
        expires_at: code.expiresAt,
        used_at: code.usedAt,
      });
    },
    /** A code that can still be used. */
    async usable(id: string, purpose: SignInCode['purpose'], now: Date): Promise<SignInCode | undefined> {
      const row: Row | undefined = await db('sign_in_codes')
        .where({ id, purpose })
        .whereNull('used_at')
        .where('expires_at', '>', now.toISOString())
        .first();
      return row && toCode(row);
    },
    async byLink(linkHash: string, now: Date): Promise<SignInCode | undefined> {
      const row: Row | undefined = await db('sign_in_codes')
        .where({ link_hash: linkHash, purpose: 'sign_in' })
        .whereNull('used_at')
        .where('expires_at', '>', now.toISOString())
        .first();
      return row && toCode(row);
    },
    /** Counts a try while there are any left. Of several at once only so many get through, whatever the process. */
    async countTry(id: string, most: number): Promise<boolean> {
      return (await db('sign_in_codes').where({ id }).where('tries', '<', most).increment('tries', 1)) === 1;
    },
    /** Uses a code up. Of several at once exactly one gets true. */
    async use(id: string, now: Date): Promise<boolean> {
      return (
        (await db('sign_in_codes').where({ id }).whereNull('used_at').update({ used_at: now.toISOString() })) === 1
      );
    },
    async replace(id: string, codeHash: string, linkHash: string): Promise<void> {
      await db('sign_in_codes').where({ id }).update({ code_hash: codeHash, link_hash: linkHash });
    },
    async forget(before: Date): Promise<number> {
      return removeFound(db('sign_in_codes').where('created_at', '<', before.toISOString()));
    },
  };
}

const toCode = (row: Row): SignInCode => ({
  id: row.id,
  purpose: row.purpose,
  email: row.email,
  personId: row.person_id,
  codeHash: row.code_hash,
  linkHash: row.link_hash,
  tries: row.tries,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
});

/** Removes invitations that ran out, were taken up or withdrawn before an instant. */
export async function forgetInvitations(db: Db, before: Date): Promise<number> {
  return removeFound(db('invitations').where('expires_at', '<', before.toISOString()));
}
