import type { Ground } from '../../ground/wing.ts';
import type { Contribution } from '../../kernel/wing.ts';
import { datesPages } from './dates-pages.ts';
import { datesService } from './dates-service.ts';

/** Dates that everybody can check. */
export function clocksFeature({ areas }: Ground): { contribution: Contribution } {
  const dates = datesService({ areas });
  return { contribution: { endpoints: ({ sendPage }) => datesPages({ dates, sendPage }) } };
}
