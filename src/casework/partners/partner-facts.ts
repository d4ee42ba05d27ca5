/** What happens to groups that ask together. Each is about the proposal; none has an address. */
export const PARTNER_FACTS = [
  'partner_asked',
  'partner_taken_back',
  'partner_joined',
  'partner_declined',
  'partner_left',
] as const;
export type PartnerFactKind = (typeof PARTNER_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<PartnerFactKind, true> {}
}
