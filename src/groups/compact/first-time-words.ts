/** What somebody should know before they begin, wherever a room is promised: what comes first, and how long it takes. */
export const FIRST_TIME =
  'First time? Your group names a second person, and for community prices answers five questions, which two people score: about three weeks in all. You can ask for a room meanwhile, and its owner may say yes sooner.';
