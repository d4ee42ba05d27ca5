import type { PhotoFiles } from '../kernel/photo-files.ts';
import type { RequestDeps } from '../requests/request-deps.ts';

/** What a booking needs of everything around it once it is certain, until it is closed. */
export type HireDeps = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'baseUrl' | 'rooms' | 'steps' | 'areas' | 'owners' | 'groups' | 'tell' | 'writeMail' | 'holders' | 'onError'> & {
  /** Photos of damage: private. */
  photos: PhotoFiles;
};
