import { hashOf, linkKeyOf } from '../../kernel/secrets.ts';

/** The secret part of the address at which somebody sees what they registered. Always the same, so that every mail’s link goes on working. */
export const speakerKey = (secret: string, id: string): string => linkKeyOf(secret, 'own speech', id);
/** Only this is kept. */
export const speakerKeyHash = (secret: string, id: string): string => hashOf(speakerKey(secret, id));
