import { closeSync, openSync, writeSync } from 'node:fs';

const CAPACITY = 1 << 20;
/** No line of a roll is longer, in bytes. */
const LONGEST_LINE = 8192;

/**
 * Appends lines to a file through one fixed buffer; each write ends before the next begins, so memory stays bounded.
 */
export class TextFile {
  private readonly handle: number;
  private readonly buffer = Buffer.allocUnsafe(CAPACITY);
  private used = 0;

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  /** @param line at most 8,192 bytes of UTF-8 */
  write(line: string): void {
    if (this.used + LONGEST_LINE > CAPACITY) this.flush();
    this.used += this.buffer.write(line, this.used);
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    for (let done = 0; done < this.used; )
      done += writeSync(this.handle, this.buffer, done, this.used - done);
    this.used = 0;
  }
}
