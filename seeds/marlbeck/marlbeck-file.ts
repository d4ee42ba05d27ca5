import { fileURLToPath } from 'node:url';

/** Where a file of the demonstration lies: beside the source, or beside the compiled code, to which the build copies it. */
export const marlbeckFile = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
