import { hashOf, linkKeyOf } from '../../kernel/secrets.ts';

/** The secret part of the address at which whoever wrote a comment sees it. Always the same, so that every mail’s link goes on working. */
export const keyOf = (secret: string, id: string): string => linkKeyOf(secret, 'own comment', id);
/** Only this is kept. */
export const keyHashOf = (secret: string, id: string): string => hashOf(keyOf(secret, id));
