import { constants, createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceDurably } from '../engine/files.ts';
import { removeStaleClaims, takeLock } from '../engine/lock.ts';
import type { DecisionFile } from '../engine/stage.ts';
import {
  CHAIN_START,
  DECISION_FOLDER,
  type Decision,
  type StoreHead,
  storeHeadSchema,
} from '../model/decision.ts';
import { ChainReader, chainLines } from './chain.ts';
import { brokenChain, cutShort, headMissing, storeReplaced } from './errors.ts';

const LINE_BREAK = 10;

/** A record that an earlier run read: its number and its hash. */
export interface Anchor {
  readonly records: number;
  readonly sha256: string;
}

interface Paths {
  readonly folder: string;
  readonly records: string;
  readonly head: string;
}

function pathsOf(out: string): Paths {
  const folder = join(out, DECISION_FOLDER);
  return {
    folder,
    records: join(folder, 'decisions.jsonl'),
    head: join(folder, 'head.json'),
  };
}

async function readHead({ head, records }: Paths): Promise<StoreHead | undefined> {
  const text = await readFile(head, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !existsSync(records)) return undefined;
    throw headMissing(head);
  });
  if (text === undefined) return undefined;
  try {
    return storeHeadSchema.parse(JSON.parse(text));
  } catch {
    throw headMissing(head);
  }
}

/** Lines of the first `bytes` bytes of a file, without their line breaks; a last one without any is no line. */
async function* linesOf(path: string, bytes: number): AsyncGenerator<Buffer> {
  if (bytes === 0) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { end: bytes - 1, highWaterMark: 1 << 20 })) {
    const data: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = data.indexOf(LINE_BREAK); end !== -1; end = data.indexOf(LINE_BREAK, start)) {
      yield data.subarray(start, end);
      start = end + 1;
    }
    rest = data.subarray(start);
  }
}

/**
 * Reads the whole store below an output folder and checks its chain: every record carries the SHA-256 of the one
 * before, and `head.json` that of the last.
 * @param anchors records that earlier runs read, which must be there still
 * @returns undefined where nothing was ever decided
 * @throws DecisionStoreError that names the first record that does not fit
 */
export async function verifyStore(
  out: string,
  anchors: readonly Anchor[] = [],
): Promise<DecisionFile | undefined> {
  const paths = pathsOf(out);
  const head = await readHead(paths);
  const expected = new Map(anchors.map(({ records, sha256 }) => [records, sha256]));
  const furthest = Math.max(0, ...expected.keys());
  if (furthest > (head?.records ?? 0)) throw cutShort(paths.records, head?.records ?? 0, furthest);
  if (head === undefined || head.records === 0) return undefined;
  const reader = new ChainReader();
  for await (const line of linesOf(paths.records, head.bytes)) {
    if (!reader.follows(line)) throw brokenChain(paths.records, reader.records + 1);
    const anchor = expected.get(reader.records);
    if (anchor !== undefined && anchor !== reader.last) throw storeReplaced(paths.records, reader.records);
  }
  if (reader.records !== head.records) throw cutShort(paths.records, reader.records, head.records);
  if (reader.last !== head.sha256) throw brokenChain(paths.records, head.records);
  return { path: paths.records, records: head.records, sha256: head.sha256 };
}

/** The one import that may write to the store of an output folder; release it. */
export interface StoreWriter {
  readonly store: DecisionFile | undefined;
  /** Adds decisions behind those that are there, all or none, and numbers them. */
  append(decisions: readonly Omit<Decision, 'seq'>[]): Promise<void>;
  release(): Promise<void>;
}

/**
 * Opens the store for an import, checked like `verifyStore`.
 * @throws DecisionStoreError when it is damaged
 * @throws LockedError when another import has it
 */
export async function openStore(
  out: string,
  { since, anchors = [] }: { readonly since: Date; readonly anchors?: readonly Anchor[] },
): Promise<StoreWriter> {
  const paths = pathsOf(out);
  await mkdir(paths.folder, { recursive: true, mode: 0o700 });
  await chmod(paths.folder, 0o700);
  await removeStaleClaims(paths.folder);
  const lock = await takeLock(paths.folder, paths.folder, since);
  try {
    const store = await verifyStore(out, anchors);
    let head = (await readHead(paths)) ?? (await emptyHead(paths));
    return {
      store,
      release: async () => await lock.release(),
      async append(decisions) {
        head = await appendRecords(paths, head, decisions);
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** There is a head before there are records: a first import that dies leaves no records without one. */
async function emptyHead({ head }: Paths): Promise<StoreHead> {
  const empty = { records: 0, bytes: 0, sha256: CHAIN_START };
  await replaceDurably(head, `${JSON.stringify(empty)}\n`);
  return empty;
}

/** The records first, then the head by one rename: an import that dies between them never was. */
async function appendRecords(
  paths: Paths,
  head: StoreHead,
  decisions: readonly Omit<Decision, 'seq'>[],
): Promise<StoreHead> {
  if (decisions.length === 0) return head;
  const numbered = decisions.map((decision, index) => ({ seq: head.records + index + 1, ...decision }));
  const { lines, last } = chainLines(numbered, head.sha256);
  const data = Buffer.from(`${lines.join('\n')}\n`);
  const file = await open(paths.records, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    await file.truncate(head.bytes);
    for (let at = 0; at < data.length; ) {
      const { bytesWritten } = await file.write(data, at, data.length - at, head.bytes + at);
      at += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const next = { records: head.records + lines.length, bytes: head.bytes + data.length, sha256: last };
  await replaceDurably(paths.head, `${JSON.stringify(next)}\n`);
  return next;
}
