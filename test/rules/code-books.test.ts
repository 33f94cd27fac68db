import { describe, expect, it } from 'vitest';
import { CODE_BOOKS, codeBook } from '../../rules/code-books.ts';
import { configSchema } from '../../src/model/config.ts';

describe('code-books', () => {
  it('are found by id, and an unknown id names the known ones', () => {
    for (const book of CODE_BOOKS) expect(codeBook(book.id)).toBe(book);
    expect(() => codeBook('pemilu-1955')).toThrow(/pdpb-2025/);
  });

  it('hold the TMS codes among the remarks, with the same meaning', () => {
    for (const { keterangan, tms } of CODE_BOOKS) expect(keterangan).toMatchObject(tms);
  });

  it('keep the meanings of the periods apart', () => {
    expect(codeBook('pilkada-2020').disabilitas['2']?.en).toBe('sight');
    expect(codeBook('pemilu-2024').disabilitas['2']?.en).toBe('intellectual');
    expect(codeBook('pilkada-2018').tms['8']?.id).toBe('hilang ingatan');
    expect(codeBook('pemilu-2024').tms['8']?.id).toBe('salah penempatan TPS');
    expect(codeBook('pilkada-2020').keterangan['0']?.id).toBe('aktif');
    expect(codeBook('pdpb-2025').keterangan['0']).toBeUndefined();
  });

  it('have a book for the period that is the default', () => {
    expect(codeBook(configSchema.parse({}).period).id).toBe('pdpb-2025');
  });
});
