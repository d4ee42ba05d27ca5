import type { Request } from 'express';
import type { Access } from './ground/people/role-contract.ts';
import { may, scopesFor } from './ground/people/role-rules.ts';
import { signedIn } from './ground/people/who.ts';

/** What pages ask about whoever sent a request: the same table that guards them. @param today rights end after their last day */
export function accessOn(today: () => string): Access {
  return {
    signedIn: (req) => signedIn(req as Request),
    may: (who, act, thing) => may(who, act, thing, today()),
    scopes: (who, act, scope) => scopesFor(who, act, scope, today()),
  };
}
