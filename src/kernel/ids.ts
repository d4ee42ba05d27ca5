import { v7 } from 'uuid';

export type NewId = () => string;

/** UUIDv7 (RFC 9562): made by the app, sortable by the time of making. */
export const newId: NewId = () => v7();
