import { describe, expect, it } from 'vitest';
import { figureText, plotValue, withUnit } from '../../../tab/src/lib/shown-figure.ts';
import { shownOnly, value, without } from '../fixtures/figures.ts';

describe('a shown figure', () => {
  it('has one decimal and a comma in Swedish', () => {
    expect(figureText(value('979/120', 'score'), 'score', 'sv')).toBe('8,2');
    expect(figureText(value('979/120', 'score'), 'score', 'en')).toBe('8.2');
  });

  it('has a no-break space before the percent sign in Swedish only', () => {
    expect(withUnit('65.1', 'percent', 'sv')).toBe('65,1\u00a0%');
    expect(withUnit('65.1', 'percent', 'en')).toBe('65.1%');
  });

  it('carries its sign as a change, but not as zero', () => {
    expect(withUnit('0.10', 'change', 'sv')).toBe('+0,10');
    expect(withUnit('-0.03', 'change', 'sv')).toBe('\u22120,03');
    expect(withUnit('0.00', 'change', 'sv')).toBe('0,00');
  });

  it('has no text and no place in a picture where it has no value', () => {
    expect(figureText(without('suppressed'), 'score', 'sv')).toBeNull();
    expect(plotValue(without('missing'))).toBeNull();
  });

  it('is drawn at its unrounded value where that is known, else at the shown one', () => {
    expect(plotValue(value('979/120', 'score'))).toBeCloseTo(8.15833, 5);
    expect(plotValue(shownOnly('3.275', 'mean'))).toBe(3.28);
  });
});
