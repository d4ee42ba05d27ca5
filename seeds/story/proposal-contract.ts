import type { CommentOutcome, Stance } from '../../src/casework/comments/comment-contract.ts';
import type { GroundCode } from '../../src/casework/decisions/ground-contract.ts';
import type { Ago } from './story-contract.ts';

/** Somebody who lives near: with an address for mail they write by themselves; without, they ring the broker. */
export type Resident = { name: string; address: string; email?: string };
export type ToldComment = { by: Resident; stance: Stance; text: string };
/** What is written down with a decision. */
export type ToldRecord = { reasons: string; alternatives: string; background: string };

/** What happens to a proposal, in order. Comments are counted from 1. */
export type ProposalStep =
  | [Ago, 'is sent' | 'is complete' | 'has its result']
  | [Ago, 'lacks' | 'asks for a review' | 'is taken back', string]
  | [Ago, 'puts up its sign', string]
  | [Ago, 'is commented', ToldComment]
  | [Ago, 'replies', { to: number; reply: string }]
  | [Ago, 'is cut', { of: number; shown: string; because: string }]
  | [Ago, 'answers', { to: readonly number[]; outcome: Exclude<CommentOutcome, 'case_over'>; words: string }]
  | [Ago, 'is scored', { by: 1 | 2; marks: string }]
  | [Ago, 'has a mark settled', { of: string; at: number; reason: string }]
  | [Ago, 'meets a ground', ToldGround]
  | [Ago, 'is decided', ToldRecord & { holds: 'yes' | 'no'; why: string }]
  | [Ago, 'is signed', ToldRecord & { touched: string; considered: string }]
  | [Ago, 'is called in', { by: 1 | 2; reason: string }];

/** A ground for saying no. `dated` is how old its paper is, `otherFrom` in how many days the other use begins. */
export type ToldGround = {
  ground: GroundCode;
  statement: string;
  authority: string;
  budget: string;
  otherFrom: number;
  evidence: string;
  author: string;
  dated: Ago;
};

/** A group’s request for a piece of land, and what becomes of it up to the first start. */
export type ToldProposal<Group extends string = string> = {
  group: Group;
  /** The code of the place. */
  place: string;
  /** One or two sentences: they stand on the sign. */
  use: string;
  /** First and last day, in days after the first start. */
  dates: [from: number, until: number];
  /** Answers to questions and gates of the benefit test; what is not told all say alike. Null: nobody has answered any yet. */
  says: Partial<Record<string, string>> | null;
  /** When it is begun, where it is not the day on which it is sent. */
  begins?: Ago;
  /** What the broker notes beside the first gate. */
  ownerNote?: string;
  then: ProposalStep[];
};
