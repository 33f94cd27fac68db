import { describe, expect, it } from 'vitest';
import { dateOrderOf } from '../../../src/stages/10-ingest/date-order.ts';

describe('dateOrderOf', () => {
  it.each([
    [['01|02|1990'], 'dmy', 'rows'],
    [['13/01/1990', '01/02/1990'], 'dmy', 'rows'],
    [['01/13/1990', '01/02/1990'], 'mdy', 'rows'],
    [['1990-01-13', '1990-02-01'], 'ymd', 'rows'],
    [['1990-01-13', '13-02-1990'], 'dmy', 'rows'],
    [['1990-01-13 00:00:00'], 'ymd', 'rows'],
    [['01/02/1990', '00/00/0000', 'x', ''], 'mdy', 'config'],
    [[], 'mdy', 'config'],
  ])('%j is %s from %s', (dates, dateOrder, dateOrderFrom) => {
    expect(dateOrderOf(dates, 'mdy')).toEqual({ dateOrder, dateOrderFrom, datesContradict: false });
  });

  it('keeps day first where rows contradict each other', () => {
    expect(dateOrderOf(['13/01/1990', '01/13/1990'], 'mdy')).toEqual({
      dateOrder: 'dmy',
      dateOrderFrom: 'default',
      datesContradict: true,
    });
  });
});
