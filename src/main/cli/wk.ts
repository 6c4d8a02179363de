import { processIo } from './io.ts';
import { runWk } from './run-wk.ts';

// Not process.exit(): what has been written to a pipe must leave first.
process.exitCode = await runWk(process.argv.slice(2), processIo());
