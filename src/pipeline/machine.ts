import { availableParallelism, totalmem } from 'node:os';
import type { Config } from '../model/config.ts';

/** Bytes of memory of the machine, or of the container that this process may not leave. */
export function machineMemory(): number {
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** Threads of the run: the machine's cores unless the config says another number. */
export function threadsOf(config: Config): number {
  return config.threads ?? availableParallelism();
}

/** Memory for DuckDB: three quarters of the machine's, at most 12 GB. */
export function memoryOf(config: Config): string {
  return config.memory ?? `${Math.min(12_000, Math.floor((machineMemory() / 1e6) * 0.75))}MB`;
}
