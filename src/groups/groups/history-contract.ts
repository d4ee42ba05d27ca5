/** A fact as a group's history shows it. */
export type HistoryFact = {
  at: string;
  kind: string;
  actor: string;
  onBehalfOf: string | null;
  channel: string | null;
  reason: string | null;
  after: Readonly<Record<string, unknown>>;
};
export type HistoryLine = { on: string; text: string };
