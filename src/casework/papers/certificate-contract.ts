import type { Day } from '../../kernel/recurrence-contract.ts';

/** A letter that told the owner what its silence comes to. */
export type CertificateWarning = {
  on: Day;
  /** Working days that were left. */
  days: number;
  to: string;
  /** Whether the mail server took it; null where it did not go by mail, or nothing was heard. */
  taken: boolean | null;
};
/** A time in which the clock stood still. */
export type CertificatePause = { what: string; from: Day; until: Day; why: string };
/** A ground for refusal that was filed, and why it did not count. */
export type CertificateGround = { ground: string; filedOn: Day; why: string };

/** What a certificate of default grant is made of. */
export type CertificateFacts = {
  number: string;
  /** What anybody types to check it, and where. */
  checkCode: string;
  checkUrl: string;
  areaName: string;
  placeName: string;
  owner: string;
  groupName: string;
  /** What was asked for. */
  use: string;
  from: Day;
  until: Day;
  /** The day on which the proposal was complete, from which the clock counts. */
  completeOn: Day;
  resultOn: Day;
  outcomePoints: number;
  outcomePossible: number;
  /** "79.0": for showing only. */
  percentWords: string;
  /** In percent. */
  passMark: number;
  criteriaVersion: string;
  pauses: readonly CertificatePause[];
  warnings: readonly CertificateWarning[];
  grounds: readonly CertificateGround[];
  conditions: readonly string[];
  /** The day at whose end the answer was due, in the area's zone. */
  dueOn: Day;
  /** The instant at which it was made. */
  madeAt: string;
  /** IANA name of the area's zone. */
  timeZone: string;
  /** The last day on which the owner can show that a valid ground had been filed in time. */
  finalOn: Day;
};
