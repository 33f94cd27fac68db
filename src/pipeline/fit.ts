import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '../model/config.ts';
import { UsageError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import type { Forecast } from './forecast.ts';
import { machineMemory } from './machine.ts';

/** What a machine has for a run, in megabytes (10^6 bytes). */
export interface Room {
  /** Free on the disk of the output folder, for this user. */
  readonly disk_mb: number;
  /** Memory of the machine, or of the container. */
  readonly memory_mb: number;
  /** Limit that DuckDB is given. */
  readonly limit_mb: number;
}

/** Part of the process that DuckDB's limit does not cover, beside what a stage holds in its workers. */
const OUTSIDE_MB = 300;
/** Smallest limit worth proposing. */
const LEAST_LIMIT_MB = 1000;

/** What this machine has: the disk is that of the nearest folder above `out` that is there. */
export async function roomFor(config: Pick<Config, 'out'>, limit: string): Promise<Room> {
  let folder = resolve(config.out);
  while (!existsSync(folder)) folder = dirname(folder);
  const disk = await statfs(folder);
  return {
    disk_mb: Math.floor((disk.bavail * disk.bsize) / 1e6),
    memory_mb: Math.floor(machineMemory() / 1e6),
    limit_mb: megabytes(limit),
  };
}

/** `8GB`, `7.4 GiB` or `900MB` in megabytes. */
export function megabytes(amount: string): number {
  const [, number = '0', unit = ''] = /^([\d.]+)\s*(\w+)$/.exec(amount.trim()) ?? [];
  const bytes = { mb: 1e6, gb: 1e9, mib: 2 ** 20, gib: 2 ** 30 }[unit.toLowerCase()] ?? 1;
  return Math.floor((Number(number) * bytes) / 1e6);
}

/** Why a run will not fit, and what would; empty when it does. Times are never a reason. */
export function misfits(forecast: Forecast, room: Room): Text[] {
  return [...diskMisfits(forecast, room), ...memoryMisfits(forecast, room)];
}

/** Memory that the process will take: its forecast, but no more than DuckDB's limit and what lies outside it. */
export function memoryTaken({ memory_mb }: Forecast, { limit_mb }: Room): number {
  return Math.min(memory_mb, limit_mb + OUTSIDE_MB);
}

/** DuckDB spills to the disk what goes beyond its limit; how much is known only near the sizes that were measured. */
function diskNeeded({ disk_mb, memory_mb, is_extrapolated }: Forecast, { limit_mb }: Room): number {
  return disk_mb + (is_extrapolated ? 0 : Math.max(0, memory_mb - limit_mb));
}

/** The same for the disk alone. */
export function diskMisfits(forecast: Forecast, room: Room): Text[] {
  const needed = diskNeeded(forecast, room);
  if (needed <= room.disk_mb) return [];
  const [wants, has] = [gigabytes(needed), gigabytes(room.disk_mb)];
  return [
    {
      id: `Proses ini memerlukan sekitar ${wants.id} GB ruang cakram di folder keluaran; yang kosong ${has.id} GB. Kosongkan ruang, atau sebutkan folder di cakram lain dengan --out.`,
      en: `This run needs about ${wants.en} GB of disk at the output folder; ${has.en} GB are free. Free some space, or name a folder on another disk with --out.`,
    },
  ];
}

/** A limit above what the machine has lets the system end the process in the middle of the night. */
function memoryMisfits(forecast: Forecast, room: Room): Text[] {
  const { memory_mb } = room;
  const taken = memoryTaken(forecast, room);
  if (taken <= memory_mb) return [];
  const fitting = memory_mb - OUTSIDE_MB;
  const [wants, has] = [gigabytes(taken), gigabytes(memory_mb)];
  const remedy =
    fitting >= LEAST_LIMIT_MB
      ? {
          id: `Batasi dengan --memory ${Math.floor(fitting / 100) * 100}MB: proses menjadi lebih lambat dan memakai lebih banyak cakram.`,
          en: `Limit it with --memory ${Math.floor(fitting / 100) * 100}MB: the run becomes slower and takes more disk.`,
        }
      : {
          id: 'Jalankan di mesin dengan memori lebih besar.',
          en: 'Run it on a machine with more memory.',
        };
  return [
    {
      id: `Proses ini memerlukan sekitar ${wants.id} GB memori; mesin ini punya ${has.id} GB. ${remedy.id}`,
      en: `This run needs about ${wants.en} GB of memory; this machine has ${has.en} GB. ${remedy.en}`,
    },
  ];
}

/** In both languages, with their own decimal sign. */
function gigabytes(mb: number): Text {
  const en = (mb / 1000).toFixed(mb < 1000 ? 3 : 1);
  return { id: en.replace('.', ','), en };
}

/** @throws UsageError naming every reason why the run will not fit, and what would */
export function refuseMisfit(reasons: readonly Text[]): void {
  if (reasons.length === 0) return;
  throw new UsageError({
    id: reasons.map(({ id }) => id).join('\n'),
    en: reasons.map(({ en }) => en).join('\n'),
  });
}
