import type { DocumentKind } from './document-contract.ts';

/** Something that a group still has to do, or should know of. `due` is the last day, where there is one. */
export type Missing =
  | { what: 'deputy' }
  | { what: 'deputy_invited' }
  | { what: 'handover' }
  | { what: 'document_refused' | 'document_waiting'; kind: DocumentKind; documentId: string }
  | { what: 'document_expiring' | 'document_expired'; kind: DocumentKind; documentId: string; due: string };
