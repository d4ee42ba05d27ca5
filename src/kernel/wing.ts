import type { Router } from 'express';
import type { TemplateResult, nothing } from 'lit';
import type { Bundle } from './bundle.ts';
import type { Clock } from './clock.ts';
import type { Command } from './command.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { Endpoint } from './endpoint.ts';
import type { InOneTransaction } from './facts.ts';
import type { NewId } from './ids.ts';
import type { Job } from './job.ts';
import type { SendPage } from './page.ts';

/** What is there before anything can be written: what follows from a fact is made of it. */
export type BeforeWriting = { config: Config; db: Database; clock: Clock; newId: NewId };

/** What every wing is built on. */
export type Kernel = BeforeWriting & {
  inOneTransaction: InOneTransaction;
  /** Told of what failed where nobody waits for an answer. */
  onError(error: unknown): void;
  /** The same on a connection of its own, for long work that must not keep others from the site's one connection. */
  apart(): { db: Database; inOneTransaction: InOneTransaction };
};

/**
 * What a feature adds to what goes through the whole house. Whoever gathers more than this from others says so beside it
 * (`declare module … interface Contribution`), so that the kernel needs no word of it, and what nobody gathers does not compile.
 */
export interface Contribution {
  /** Fixed addresses come before those with an id in the same place. */
  endpoints?(showing: Showing): Endpoint[];
  /** Pages that everybody may see and no table of rights guards. */
  publicPages?(showing: Showing & { bundle: Bundle }): Router[];
  /** What must be so before anybody is answered; it costs next to nothing while nothing is to be done. */
  beforeAnswers?(): Promise<void>;
  jobs?: readonly Job[];
  commands?: readonly Command[];
}

/** Every contribution, from the ground up. */
export type House = readonly Contribution[];

/** What pages are made with, once everything is there. */
export type Showing = { sendPage: SendPage; house: House };

/** Something that a feature shows on a page of another, which lies below it; nothing where it has nothing to say. */
export type Part = TemplateResult | typeof nothing;

/** What each has to say of one thing, from the ground up. */
export function gathered<K extends keyof Contribution>(house: House, what: K): NonNullable<Contribution[K]>[] {
  return house.flatMap((one) => {
    const said = one[what];
    return said ? [said] : [];
  });
}
