import type { PhotoFiles } from '../kernel/photo-files.ts';
import type { RequestDeps } from './request-deps.ts';

/** What a booking needs of everything around it once it is certain, until it is closed. */
export type AfterDeps = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'baseUrl' | 'rooms' | 'steps' | 'areas' | 'owners' | 'groups' | 'tell' | 'writeMail' | 'holders' | 'onError'> & {
  /** Photos of damage: private. */
  photos: PhotoFiles;
};
