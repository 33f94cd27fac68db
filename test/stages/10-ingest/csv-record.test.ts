import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecord, trimFields } from '../../../src/stages/10-ingest/csv-record.ts';

describe('splitRecord', () => {
  it.each([
    ['a,b,', ['a', 'b', '']],
    ['', ['']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b""",c', ['a "b"', 'c']],
    ['MU"MIN,c', ['MU"MIN', 'c']],
    ['1, "b" ,c', ['1', 'b', 'c']],
    ['"a\nb",c', ['a\nb', 'c']],
  ])('%j', (text, fields) => {
    expect(splitRecord(text, ',', true)).toEqual(fields);
  });

  it.each([
    ['1,"b,c', 'unclosed'],
    ['1,"b"c,d', 'malformed'],
    ['a"\nb",c', 'malformed'],
  ])('%j is %s', (text, fault) => {
    expect(splitRecord(text, ',', true)).toBe(fault);
  });

  it('agrees with csv-parse on every well-formed record', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'É', '"', ',', ';', '\n', ' ', '|'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '|'),
        (fields, delimiter) => {
          const text = fields.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter);
          const [expected] = parse(text, { delimiter, record_delimiter: '\n' });
          expect(splitRecord(text, delimiter, true)).toEqual(expected);
        },
      ),
    );
  });

  it('drops fields beyond the header only while they are empty', () => {
    expect(trimFields(['a', '', ''], 1)).toEqual(['a']);
    expect(trimFields(['a', '', 'b', ''], 1)).toEqual(['a', '', 'b']);
    expect(trimFields(['a', ''], 3)).toEqual(['a', '']);
  });
});
