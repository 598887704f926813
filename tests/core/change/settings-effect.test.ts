import { describe, expect, it } from 'vitest';
import { settingsEffect } from '#core/change/settings-effect.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import { answers, sampleResult, SAMPLE_ROWS, type SampleChange } from '../result/sample-year.ts';

const before = sampleResult();
const seen = { surveysChanged: false, surveysSeen: true };
const figureOf = ({ figures }: ReturnType<typeof settingsEffect>, id: FigureId) =>
  figures.find((figure) => figure.id === id);

describe('the effect of settings', () => {
  it('tells of the surveys what a stored result has shown', () => {
    const effect = settingsEffect(before, before, seen);
    expect(effect.surveysWithheld).toBe(false);
    expect(figureOf(effect, 'employeeMean')?.before).toEqual(before.figures.employeeMean.figure);
  });

  it('tells nothing of surveys that no stored result has shown, neither before nor after', () => {
    const effect = settingsEffect(before, before, { ...seen, surveysSeen: false });
    expect(effect.surveysWithheld).toBe(true);
    for (const id of [
      'employeeAnswers',
      'employeeMean',
      'maturityPercent',
      'preconditions',
      'index',
    ] as const) {
      expect(figureOf(effect, id)).toMatchObject({
        before: { reason: 'suppressed' },
        after: { reason: 'suppressed' },
        differs: 'no',
      });
    }
    expect(figureOf(effect, 'delivery')?.before).toEqual(before.figures.delivery.figure);
  });

  it('withholds nothing where there is no survey', () => {
    const none = sampleResult({ without: ['enheter', 'enkat', 'dimios'] });
    expect(settingsEffect(none, none, { ...seen, surveysSeen: false }).surveysWithheld).toBe(false);
  });

  const guess = (value: string): SampleChange => ({
    method: { leftOutAnswers: ['Vet ej', '3'] },
    publishedFigures: [{ year: 2025, figure: 'employeeAnswers', value, source: 'Gissning' }],
  });

  it('answers no guess of how many gave an answer that would be left out', () => {
    const told = ['5', '6', '7'].map((value) => settingsEffect(before, sampleResult(guess(value)), seen));
    expect(told.map(({ surveysWithheld }) => surveysWithheld)).toEqual([true, true, true]);
    expect(told.map(({ newRules, goneRules }) => [newRules, goneRules])).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
  });

  it('answers no guess of a wording that somebody gave instead of an answer', () => {
    const rows = { ...SAMPLE_ROWS, enkat: [...answers(12), { Answer: 'Kanske', Unit: 'A', Year: 2025 }] };
    const saved = sampleResult({ rows });
    const tried = sampleResult({ rows, method: { leftOutAnswers: ['Vet ej', 'Kanske'] } });
    expect(saved.findings.map(({ rule }) => rule)).toContain('answer-not-on-scale');
    expect(settingsEffect(saved, tried, seen)).toMatchObject({ newRules: [], goneRules: [] });
  });

  it('still says what is wrong with a survey’s settings, whatever its rows say', () => {
    const tried = sampleResult({ twice: ['enkat'] });
    const rules = settingsEffect(before, tried, { ...seen, surveysChanged: true }).newRules;
    expect(rules).toContain('second-source');
  });
});
