#!/usr/bin/env node
import { main, tellStrayErrors } from '../dist/src/cli/main.js';

tellStrayErrors(process.argv.slice(2));
process.exitCode = await main(process.argv.slice(2));
