import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK = 1 << 20;

/** Appends text to a file in large pieces; each write ends before the next begins, so memory stays bounded. */
export class TextFile {
  private readonly handle: number;
  private pending = '';

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  write(text: string): void {
    this.pending += text;
    if (this.pending.length >= CHUNK) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    let bytes = Buffer.from(this.pending, 'utf8');
    this.pending = '';
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.handle, bytes));
  }
}
