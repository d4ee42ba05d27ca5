import { hashOf, keyedHashOf } from '../../kernel/secrets.ts';

/** The secret part of the address at which somebody sees what they registered. Always the same, so that every mail’s link goes on working. */
export const speakerKey = (secret: string, id: string): string =>
  Buffer.from(keyedHashOf(secret, 'own speech', id), 'hex').toString('base64url');
/** Only this is kept. */
export const speakerKeyHash = (secret: string, id: string): string => hashOf(speakerKey(secret, id));
