import { hashOf, keyedHashOf } from '../../kernel/secrets.ts';

/** The secret part of the address with which somebody confirms that they follow a proposal, and stops that. */
export const followKeyOf = (secret: string, id: string): string =>
  Buffer.from(keyedHashOf(secret, 'follow proposal', id), 'hex').toString('base64url');
export const followKeyHashOf = (secret: string, id: string): string => hashOf(followKeyOf(secret, id));
