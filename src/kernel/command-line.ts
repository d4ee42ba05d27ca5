/** How people call the command line: from the source, or where it is built by the name that is put on their path (`bin/meantime`). */
export const CALLED = import.meta.filename.endsWith('.ts') ? 'npm run cli --' : 'meantime';
