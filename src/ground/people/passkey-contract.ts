import { z } from 'zod';

const text = (most: number) => z.string().max(most);
/** What browsers give back from `navigator.credentials`, as JSON (WebAuthn Level 3, section 5.1.8). What is in it, the library checks. */
const credential = {
  id: text(1_400),
  rawId: text(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: text(40).nullish(),
};

export const createdSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text(10_000),
    attestationObject: text(100_000),
    transports: z.array(text(40)).max(10).optional(),
  }),
});
export const signedSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text(10_000),
    authenticatorData: text(10_000),
    signature: text(10_000),
    userHandle: text(200).nullish(),
  }),
});

/** What one calls a passkey, to know it again: "My phone". */
export const passkeyNameSchema = z
  .string('Give it a name, for instance “My phone”.')
  .trim()
  .min(1, 'Give it a name, for instance “My phone”.')
  .max(100, 'Use up to 100 characters.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use one line of ordinary letters.');
export type ShownPasskey = { id: string; name: string; createdAt: string; usedAt: string | null };
