import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '#core/contracts/problem.ts';
import { FINDING_RULES } from '#core/quality/finding-schema.ts';
import { findingRemedy, problemRemedy, problemTitle } from '../../../tab/src/lib/remedies.ts';
import { createTranslation } from '../../../tab/src/lib/translation.tsx';
import { en } from '../../../tab/src/texts/en.ts';
import { sv, type MessageKey } from '../../../tab/src/texts/sv.ts';

const KEYS = Object.keys(sv) as MessageKey[];
const SOURCES = join(import.meta.dirname, '../../../tab/src');

/** The names that a message takes, in order. */
function namesIn(message: string): readonly string[] {
  const names: string[] = [];
  const visit = (element: unknown): void => {
    if (typeof element !== 'object' || element === null) return;
    if ('value' in element && 'type' in element && element.type !== 0) names.push(String(element.value));
    if ('options' in element) {
      Object.values(element.options as Record<string, { value: unknown[] }>).forEach(({ value }) =>
        value.forEach(visit),
      );
    }
  };
  new IntlMessageFormat(message, 'sv').getAst().forEach(visit);
  return [...new Set(names)].toSorted();
}

/** All code of the tab but the texts themselves. */
function codeOfTab(): string {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('texts'))
    .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
    .join('\n');
}

describe('texts', () => {
  it('take the same values in both languages', () => {
    for (const key of KEYS) expect([key, namesIn(en[key])]).toEqual([key, namesIn(sv[key])]);
  });

  it('are not empty, and none is left in the other language', () => {
    for (const key of KEYS) {
      expect(sv[key].trim(), key).not.toBe('');
      expect(en[key].trim(), key).not.toBe('');
      expect(/[åäö]/i.test(en[key]), `${key}: ${en[key]}`).toBe(false);
    }
  });

  it('keep a number and its percent sign on one line', () => {
    for (const key of KEYS) expect(sv[key], key).not.toMatch(/[\d}] %/);
  });

  it('are all used', () => {
    const code = codeOfTab();
    // A key is used as a whole, or by its beginning where its end comes from a code: t(`figure.${id}`).
    const beginnings = [...code.matchAll(/`([a-z.-]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const unused = KEYS.filter(
      (key) => !code.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('name every problem and finding and say what to do', () => {
    const keys = [
      ...PROBLEM_CODES.flatMap((code) => [problemTitle(code), problemRemedy(code)]),
      ...FINDING_RULES.flatMap((rule): MessageKey[] => [`finding.${rule}`, findingRemedy(rule)]),
    ];
    expect(keys.filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  it('count in Swedish', () => {
    const { t } = createTranslation('sv', sv);
    expect(t('finding.year-missing', { count: 1 })).toBe('1 rad saknar år och räknas inte.');
    expect(t('finding.year-missing', { count: 2400 })).toBe('2\u00a0400 rader saknar år och räknas inte.');
  });
});
