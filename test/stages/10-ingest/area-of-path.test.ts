import { describe, expect, it } from 'vitest';
import { areaOfPath } from '../../../src/stages/10-ingest/area-of-path.ts';

describe('areaOfPath', () => {
  it.each([
    ['3374.csv', 3374, 'file'],
    ['rolls/33.74.csv.gz', 3374, 'file'],
    ['33.74/desa-a.csv', 3374, 'folder'],
    ['3301/3374.csv', 3374, 'file'],
    ['3301/3302/tps.xlsx', 3302, 'folder'],
    ['3301-cilacap.csv', 3301, 'file'],
    ['jateng_3301_2026.csv', 3301, 'file'],
    ['jateng_2026_3301.csv', 3301, 'file'],
    ['2025/3301/x.csv', 3301, 'folder'],
    ['33.74.09.2003.csv', 3374, 'file'],
    ['33.01.13.05.csv', 3301, 'file'],
    ['33.01.12.2101.csv', 3301, 'file'],
    ['windows-1252-3301.csv', 3301, 'file'],
    ['dps-2024-3374.csv', 3374, 'file'],
    ['3374_rev12.csv', 3374, 'file'],
    ['3374_rev12.csv.gz', 3374, 'file'],
    ['33.74.2026.csv', 3374, 'file'],
    ['3339.csv', 3339, 'file'],
    ['3371.csv', 3371, 'file'],
    ['1122.csv', 1122, 'file'],
    ['3301-3374.csv', 3374, 'file'],
    ['33.01 ke 33.74.csv', 3374, 'file'],
    ['3374_1122.csv', 3374, 'file'],
    ['3112-3374.csv', 3374, 'file'],
    ['3374 31.12.2025.csv', 3374, 'file'],
    ['1101_1122.csv', 1122, 'file'],
    ['3301/roll-1252.csv', 3301, 'folder'],
    ['2026-11-22/3301/daftar-20261122.csv', 3301, 'folder'],
  ])('%s', (path, kabupaten, from) => {
    expect(areaOfPath(path)).toEqual({ kabupaten, from });
  });

  it.each([
    'roll-2024.csv',
    '2025/roll.csv',
    '31.12.2025.csv',
    '2026.11.22.csv',
    '3399.csv',
    '3300.csv',
    '3340.csv',
    '3370.csv',
    'windows-1252.csv',
    '12.31.2025.csv',
    '3374012003900001.csv',
    '33740.csv',
    'x.csv',
  ])('%s names none', (path) => {
    expect(areaOfPath(path)).toBeUndefined();
  });
});
