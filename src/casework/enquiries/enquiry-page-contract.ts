import type { Party, Standing } from '../../ground/cases/standing-contract.ts';
import type { Point } from '../../kernel/geo-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { WorkedOut } from '../clocks/clock-contract.ts';
import type { Enquiry, EnquiryPhoto, EnquiryState, SourceCheck } from './enquiry-contract.ts';

/** A question as everybody may read it: no person, and of an empty building no more than the register says. */
export type PublicEnquiry = {
  id: string;
  number: string;
  area: { id: string; slug: string; name: string };
  place: string;
  kind: Enquiry['kind'];
  ward: string | null;
  /** The place on the register. */
  asset: { id: string; name: string } | null;
  /** Where it lies, as far as that is public; null where it is not known or not for everybody. */
  point: Point | null;
  precision: Enquiry['precision'];
  state: EnquiryState;
  standing: Standing;
  /** How the day was worked out; null for what is over. */
  howDue: WorkedOut | null;
  receivedOn: Day;
  endedOn: Day | null;
  owner: { id: string | null; words: string } | null;
  outcome: string;
  sources: readonly (Pick<SourceCheck, 'id' | 'source' | 'outcome' | 'words' | 'checkedOn' | 'disproved'> & {
    owner: string | null;
  })[];
  history: readonly { on: Day; text: string }[];
  handOffs: number;
};

/** What whoever looks at a page is there, and may do. */
export type EnquiryViewer = {
  signedIn: boolean;
  isAsker: boolean;
  follows: boolean;
  /** Sees who asked, and what they wrote. */
  mayRead: boolean;
  mayAnswerOwn: boolean;
  mayLook: boolean;
  mayDisprove: boolean;
};

/** What only those see who may: whoever asked, and officers. */
export type PrivateEnquiry = Pick<
  Enquiry,
  'idea' | 'groupName' | 'channel' | 'readBack' | 'consent' | 'outsideOwner' | 'looks' | 'acknowledgedBy'
> & {
  asker: { name: string; email: string | null; telephone: string | null; address: string | null } | null;
  group: string | null;
  officer: string | null;
  photos: readonly EnquiryPhoto[];
  exactPlace: string;
};

export type EnquiryPageData = {
  enquiry: PublicEnquiry;
  viewer: EnquiryViewer;
  hidden: PrivateEnquiry | null;
  /** For whoever looks: the public bodies of the area, and the day. */
  owners: readonly { id: string; name: string; inCompact: boolean }[];
  today: Day;
  precisePoint: Point | null;
};

/** One line of a list of questions. */
export type EnquiryLine = Pick<PublicEnquiry, 'id' | 'number' | 'place' | 'ward' | 'state' | 'standing'> & {
  dueOn: Day | null;
  endedOn: Day | null;
  receivedOn: Day;
};

/** How many of an area are open, due within a week, and waiting for whom. */
export type EnquiryCounts = { all: number; soon: number; byTurn: readonly { turn: Party; count: number }[] };
