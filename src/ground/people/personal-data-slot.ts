import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { PersonalDataPart } from './personal-data-contract.ts';
import type { Person } from './person-contract.ts';

/**
 * What a feature has to say when somebody asks for their data or wants their account deleted. Everything reads and writes in the
 * transaction in hand.
 */
export type PersonalDataKeeper = {
  /** What it keeps about somebody (UK GDPR, article 15). */
  partsFor?(db: Db, person: Person): Promise<PersonalDataPart[]>;
  /** Why the account cannot go at the moment, as sentences that say what to do first. */
  holdsFor?(db: Db, person: Person): Promise<string[]>;
  /** Removes what nobody must keep, or makes it anonymous (UK GDPR, article 17). */
  erase?(unit: UnitOfWork, person: Person): Promise<void>;
};

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** Keeps something about people beside the people's own tables. */
    keeper?: PersonalDataKeeper;
  }
}
