import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsEffectSchema, type SettingsEffect } from '#core/change/settings-effect.ts';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ApiFailure } from '../../local/api-client.ts';
import { ADMIN, EMPLOYEE } from '../../local/identity-issuer/users.ts';
import { LIST_IDS, SURVEY_COLUMNS } from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { refreshYear, seedSettings } from '../../local/seed.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
const method = DEFAULT_METHOD_SETTINGS;

let stack: RunningStack;
beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), sampleSettings, []);
  await refreshYear(stack.api(ADMIN), YEAR);
});
afterAll(() => stack.stop());

const effectOf = async (body: object) =>
  (await stack.api(ADMIN).call<SettingsEffect>('POST', '/settings/effect', { year: YEAR, ...body })).body;
const stored = async () =>
  (await stack.api(ADMIN).call<ResultEnvelope>('GET', `/results/${YEAR}`)).body.result;
const figure = ({ figures }: SettingsEffect, id: FigureId) => figures.find((one) => one.id === id);

type Statuses = Extract<Settings['sources'][number], { topic: 'initiatives' }>['mapping']['statuses'];

const withoutRealised = (statuses: Statuses): Statuses =>
  Object.fromEntries(
    Object.entries(statuses).map(([word, status]) => [word, status === 'realised' ? 'ongoing' : status]),
  );

describe('the effect of settings that are not saved', () => {
  it('is nothing where nothing is changed', async () => {
    const effect = await effectOf({ method });
    expect(settingsEffectSchema.parse(effect)).toEqual(effect);
    expect(effect.figures.filter(({ differs }) => differs !== 'no')).toEqual([]);
    expect([effect.newRules, effect.goneRules]).toEqual([[], []]);
  });

  it('shows old and new figures, computed from the lists, and stores nothing', async () => {
    const before = await stored();
    const effect = await effectOf({ method: { ...method, employeeConversion: 'range' } });
    expect(figure(effect, 'index')).toMatchObject({ before: { shown: '8.2' }, differs: 'shown' });
    expect(figure(effect, 'employeePercent')).toMatchObject({
      before: { shown: '74.4' },
      after: { shown: '68.0' },
    });
    expect(figure(effect, 'delivery')?.differs).toBe('no');
    expect(effect.surveysWithheld).toBe(false);
    expect((await stored()).hash).toBe(before.hash);
  });

  it('says which rules are broken with the new settings only', async () => {
    const effect = await effectOf({ method: { ...method, minimumBenefitCoveragePercent: 100 } });
    expect(effect.newRules).toEqual(['benefit-coverage-low']);
  });

  it('takes published figures that are not saved either', async () => {
    const publishedFigures = [{ year: YEAR, figure: 'maturityPercent', value: '70', source: 'DiMiOS' }];
    const effect = await effectOf({ method, publishedFigures });
    expect(figure(effect, 'maturityPercent')).toMatchObject({ after: { shown: '70.0' }, differs: 'shown' });
  });

  it('tells nothing of units, and nothing of surveys where other answers would count', async () => {
    const effect = await effectOf({ method: { ...method, leftOutAnswers: ['Vet ej', 'Instämmer helt'] } });
    expect(effect.surveysWithheld).toBe(true);
    for (const id of ['employeeAnswers', 'employeeMean', 'maturityPercent', 'index'] as const) {
      expect(figure(effect, id)?.after).toEqual({ kind: 'absent', reason: 'suppressed' });
    }
    const { employeeSurvey } = await stored();
    const told = JSON.stringify(effect);
    for (const { name } of employeeSurvey.units) expect(told).not.toContain(name);
  });

  it('takes sources that are not saved: what another mapping would do', async () => {
    const before = await stored();
    const sources = sampleSettings.sources.map((source) =>
      source.topic === 'initiatives'
        ? { ...source, mapping: { ...source.mapping, statuses: withoutRealised(source.mapping.statuses) } }
        : source,
    );
    const effect = await effectOf({ method, sources });
    expect(effect.surveysWithheld).toBe(false);
    expect(figure(effect, 'realisedInitiatives')).toMatchObject({ after: { shown: '0' }, differs: 'shown' });
    expect(figure(effect, 'delivery')).toMatchObject({ after: { shown: '0.0' }, differs: 'shown' });
    expect(figure(effect, 'employeeMean')?.differs).toBe('no');
    expect(figure(effect, 'benefit')?.differs).toBe('no');
    expect((await stored()).hash).toBe(before.hash);
  });

  it('tells nothing of surveys that would be read otherwise, nor on which side of a limit they would be', async () => {
    const sources = sampleSettings.sources.map((source) =>
      source.topic === 'maturity' ? { ...source, invited: { [YEAR]: 10_000 } } : source,
    );
    const effect = await effectOf({ method, sources });
    expect(effect.surveysWithheld).toBe(true);
    expect(figure(effect, 'maturityPercent')?.after).toEqual({ kind: 'absent', reason: 'suppressed' });
    expect(figure(effect, 'delivery')?.differs).toBe('no');
    expect(effect.newRules).toEqual([]);
  });

  it('says of a source that can’t be read which one, and compares with the last result where the saved one can’t', async () => {
    const broken = (column: string) =>
      sampleSettings.sources.map((source) =>
        source.topic === 'initiatives'
          ? { ...source, mapping: { ...source.mapping, status: column } }
          : source,
      );
    await expect(effectOf({ method, sources: broken('NoSuchColumn') })).rejects.toThrow(/NoSuchColumn/);
    const api = stack.api(ADMIN);
    const saved = await api.call<StoredSettings>('GET', '/settings');
    const put = async (settings: Settings) => {
      const { eTag } = await api.call<StoredSettings>('GET', '/settings');
      await api.call('PUT', '/settings', settings, { 'if-match': eTag ?? '' });
    };
    await put({ ...saved.body.settings, sources: broken('NoSuchColumn') });
    const effect = await effectOf({ method, sources: sampleSettings.sources });
    expect(effect.figures.filter(({ differs }) => differs === 'shown')).toEqual([]);
    await put(saved.body.settings);
  });

  it('is for admins, and of a year that is there', async () => {
    const asked = stack.api(EMPLOYEE).call('POST', '/settings/effect', { year: YEAR, method });
    await expect(asked).rejects.toMatchObject({ status: 403 });
    await expect(effectOf({ year: 2001, method })).rejects.toMatchObject({ status: 404 });
  });

  it('is refused where the survey has changed by a few answers, as a new computing is', async () => {
    stack.graph.control.change({
      kind: 'add-row',
      listId: LIST_IDS.survey(YEAR),
      fields: { [SURVEY_COLUMNS.answer]: '5', [`${SURVEY_COLUMNS.unit}LookupId`]: '2' },
    });
    const asked = effectOf({ method: { ...method, benefitCap: '0.5' } });
    await expect(asked).rejects.toThrow(ApiFailure);
    await expect(asked).rejects.toMatchObject({ status: 422 });
  });

  it('tells nothing of surveys that have changed since the year was computed, which no audit would remember', async () => {
    const before = await stored();
    for (let index = 0; index < 60; index += 1) {
      stack.graph.control.change({
        kind: 'add-row',
        listId: LIST_IDS.survey(YEAR),
        fields: { [SURVEY_COLUMNS.answer]: String(1 + (index % 5)), [`${SURVEY_COLUMNS.unit}LookupId`]: '2' },
      });
    }
    const effect = await effectOf({ method: { ...method, benefitCap: '0.5' } });
    expect(effect.surveysWithheld).toBe(true);
    for (const id of ['employeeAnswers', 'employeeMean', 'index'] as const) {
      expect(figure(effect, id)).toMatchObject({
        before: { reason: 'suppressed' },
        after: { reason: 'suppressed' },
      });
    }
    expect(figure(effect, 'benefit')?.before).toEqual(before.figures.benefit.figure);
  });
});
