import type { TemplateResult, nothing } from 'lit';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { Right } from '../../ground/people/role-contract.ts';

/** What stands on somebody's own page. */
export type MyData = {
  name: string;
  email: string | null;
  rights: readonly (Right & { on: string; links: readonly { href: string; label: string }[] })[];
  groups: readonly { id: string; name: string; role: string }[];
  waiting: readonly HomeLine[];
  /** What the person's groups wait for, and when they use their rooms next: by day. */
  expecting: readonly HomeLine[];
  /** Parts that features add below. */
  below: readonly (TemplateResult | typeof nothing)[];
};
