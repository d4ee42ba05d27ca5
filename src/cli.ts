import { runCommand } from './commands.ts';

// Reports, copies and a new database are for whoever runs the site alone.
process.umask(0o077);
void runCommand(process.argv.slice(2), process.env);
