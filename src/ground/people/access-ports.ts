import type { Request } from 'express';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Access } from './role-contract.ts';
import { may, scopesFor } from './role-rules.ts';
import { signedIn } from './who-endpoint.ts';

/** Rights end at the end of a day here; areas in other zones are a few hours out, which is said in the operating guide. */
const RIGHTS_ZONE = 'Europe/London';

/** The day by which rights are judged. */
export const rightsDay = (clock: Clock): string => dayIn(RIGHTS_ZONE, clock());

/** What pages ask about whoever sent a request: the same table that guards them. @param today rights end after their last day */
export function accessOn(today: () => string): Access {
  return {
    signedIn: (req) => signedIn(req as Request),
    may: (who, act, thing) => may(who, act, thing, today()),
    scopes: (who, act, scope) => scopesFor(who, act, scope, today()),
  };
}
