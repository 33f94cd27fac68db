import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/model/errors.ts';
import { expectWholeRun, Night, tablesOf } from './night.ts';
import { BIN, compile, type ProcessEnd, startProcess, startSisir } from './processes.ts';

let night: Night;
beforeAll(async () => {
  compile();
  night = await Night.shared();
  night.begin();
});
afterAll(() => night.remove());

/** How this machine lets a test mount a file system of its own; undefined where it does not. */
const UNSHARE = [['--mount'], ['--user', '--map-root-user', '--mount']].find(
  (flags) => spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0,
);
const CANNOT_MOUNT = UNSHARE === undefined;
const IS_ROOT = process.getuid?.() === 0;

const NO_MOUNTS = 'this machine lets nobody mount a file system here (unshare --mount)';

/** The run as a shell writes it; `$OUT` is the output folder. */
function command(language: string): string {
  const argv = night.argv.map((word) => (word === night.out ? '"$OUT"' : `'${word}'`));
  return `'${process.execPath}' '${BIN}' ${argv.join(' ')} --lang ${language}`;
}

/** Runs a script in which $OUT is a file system of its own; what it leaves there is copied to `kept`. */
async function inOwnFileSystem(megabytes: number, script: string, kept: string): Promise<ProcessEnd> {
  mkdirSync(kept);
  const whole = `set -u
OUT='${join(night.folder, 'mounted')}'
mkdir -p "$OUT" && mount -t tmpfs -o size=${megabytes}m tmpfs "$OUT" || exit 99
${script}
cp -a "$OUT/." '${kept}'`;
  return await startProcess('unshare', [...(UNSHARE ?? []), 'sh', '-c', whole], night.folder).end;
}

function latestTables(out: string): Record<string, string> {
  return tablesOf(JSON.parse(readFileSync(join(out, 'latest/manifest.json'), 'utf8')));
}

describe.skipIf(CANNOT_MOUNT)(
  `on a file system of its own${CANNOT_MOUNT ? `: not tried, ${NO_MOUNTS}` : ''}`,
  () => {
    it('a disk that is full, or read-only, fails the run with a clear message and harms nothing', async () => {
      const kept = join(night.folder, 'full');
      const published = join(night.folder, 'published');
      night.begin(published);
      const script = `
cp -a '${published}/.' "$OUT"
before=$(readlink "$OUT/latest"); log="${night.folder}/full.log"; : > "$log"
( until grep -q 20-normalise "$log"; do sleep 0.05; done; head -c 1G /dev/zero > "$OUT/rubbish" 2>/dev/null ) &
${command('en')} >/dev/null 2>"$log"; echo "full $?"; wait
echo "left $(ls -A "$OUT" | sort | tr '\\n' ' ')"
[ "$(readlink "$OUT/latest")" = "$before" ] && echo "latest intact"
rm "$OUT/rubbish"
${command('id')} >/dev/null 2>&1; echo "next $?"
mount -o remount,ro "$OUT"
${command('en')} >/dev/null; echo "closed $?"`;
      const { out, err } = await inOwnFileSystem(300, script, kept);
      expect(out).toContain('full 1\n');
      expect(out).toMatch(/left \d{8}T\d{6}Z (?:audit\.jsonl )?latest rubbish \n/);
      expect(out).toContain(`latest intact\nnext 0\nclosed ${EXIT.usage}\n`);
      expect(readFileSync(join(night.folder, 'full.log'), 'utf8')).toContain('The disk is full');
      expect(err).toMatch(/The output folder ".*" cannot be written \(EROFS\)\. Name another with --out\./);
      await expectWholeRun(join(kept, 'latest'));
      expect(latestTables(kept)).toEqual(night.undisturbed);
    });
  },
);

describe('a limit of file size', () => {
  it('fails the run as a full disk does', async () => {
    const latest = night.latest();
    const limited = `ulimit -f 20; OUT='${night.out}'; exec ${command('en')}`;
    const { exitCode, err } = await startProcess('bash', ['-c', limited], night.folder).end;
    expect(err).toContain('The disk is full (or a limit of file size was reached)');
    expect([exitCode, night.latest(), night.hidden()]).toEqual([EXIT.unexpected, latest, []]);
    await night.expectWhole();
  });
});

describe.skipIf(IS_ROOT)(
  `an output folder closed by its permissions${IS_ROOT ? ': not tried, root may write everywhere' : ''}`,
  () => {
    it('is refused before the run', async () => {
      chmodSync(night.out, 0o500);
      const { exitCode, err } = await startSisir([...night.argv, '--lang', 'en'], night.folder).end;
      chmodSync(night.out, 0o700);
      expect(err).toContain('cannot be written (EACCES)');
      expect(exitCode).toBe(EXIT.usage);
      await night.expectNextRun();
    });
  },
);

describe('an output folder that is taken away while the run goes on', () => {
  it('ends it', async () => {
    const other = join(night.folder, 'taken');
    const argv = night.argv.map((word) => (word === night.out ? other : word));
    const { end } = startSisir([...argv, '--lang', 'en'], night.folder, (line) => {
      if (line.includes('30-invalid') && line.includes('stage started')) {
        renameSync(other, `${other}-away`);
        writeFileSync(other, '');
      }
    });
    const { exitCode, err } = await end;
    expect(exitCode).toBe(EXIT.unexpected);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
