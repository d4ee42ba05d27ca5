import { hashOf, linkKeyOf } from '../../kernel/secrets.ts';

/** The secret part of the address with which somebody confirms that they follow a proposal, and stops that. */
export const followKeyOf = (secret: string, id: string): string => linkKeyOf(secret, 'follow proposal', id);
export const followKeyHashOf = (secret: string, id: string): string => hashOf(followKeyOf(secret, id));
