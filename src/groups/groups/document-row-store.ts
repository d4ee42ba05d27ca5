import { AT_ONCE } from '../../kernel/look-store.ts';
import type { DocumentKind, DocumentState, GroupDocument } from './document-contract.ts';

export type DocumentRow = {
  id: string;
  group_id: string;
  kind: DocumentKind;
  file_name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  expires_on: string | null;
  received_on: string;
  uploaded_by: string;
  uploaded_at: string;
  state: DocumentState;
  checked_by: string | null;
  checked_at: string | null;
  reason: string | null;
  superseded_at: string | null;
  look_on: string | null;
};

/** A paper as it lies in its table. */
export const toRow = (document: GroupDocument): DocumentRow => ({
  id: document.id,
  group_id: document.groupId,
  kind: document.kind,
  file_name: document.fileName,
  media_type: document.mediaType,
  bytes: document.bytes,
  sha256: document.sha256,
  expires_on: document.expiresOn,
  received_on: document.receivedOn,
  uploaded_by: document.uploadedBy,
  uploaded_at: document.uploadedAt,
  state: document.state,
  checked_by: document.checkedBy,
  checked_at: document.checkedAt,
  reason: document.reason,
  superseded_at: document.supersededAt,
  look_on: document.expiresOn === null ? null : AT_ONCE,
});

/** A paper as it is read from its table. */
export const fromRow = (row: DocumentRow): GroupDocument => ({
  id: row.id,
  groupId: row.group_id,
  kind: row.kind,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  expiresOn: row.expires_on,
  receivedOn: row.received_on,
  uploadedBy: row.uploaded_by,
  uploadedAt: row.uploaded_at,
  state: row.state,
  checkedBy: row.checked_by,
  checkedAt: row.checked_at,
  reason: row.reason,
  supersededAt: row.superseded_at,
});
