/** A sheet as clerks see it: what is to be done with it, and nothing of what was typed. */
export type SheetRowData = {
  id: string;
  number: number;
  receivedOn: string;
  task: 'second' | 'third' | 'own' | 'nothing';
  scan: boolean;
};
