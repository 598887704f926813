import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { YearMoves } from '#core/change/index-moves.ts';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type { BenefitList, InitiativeList, ResultEnvelope, YearList } from '#core/contracts/read.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ADMIN, EMPLOYEE, MANAGER } from '../../local/identity-issuer/users.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { openApiProbe, problemOf, type CallApi } from '../support/api-probe.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
let call: CallApi;

/** A year that is in the settings but that nobody has computed. */
const NOT_COMPUTED = 2022;
const settings: Settings = {
  ...sampleSettings,
  years: [NOT_COMPUTED, ...sampleSettings.years],
  visibility: { units: 'managers' },
};

beforeAll(async () => {
  stack = await startSeededStack();
  call = await openApiProbe(stack);
  const saved = await call('PUT', '/settings', {
    user: ADMIN,
    json: settings,
    headers: { 'if-match': '"v1"' },
  });
  expect(saved.status).toBe(200);
});

afterAll(() => stack.stop());

const read = <T>(path: string, headers: Readonly<Record<string, string>> = {}) =>
  call<T>('GET', path, { user: EMPLOYEE, headers });

async function shown(year: number, id: FigureId): Promise<string> {
  const { figure } = (await read<ResultEnvelope>(`/results/${year}`)).body.result.figures[id];
  return figure.kind === 'value' ? figure.shown : figure.reason;
}

test('what moves the index is told of every input, as an exact quotient and as what it takes', async () => {
  const { body } = await read<YearMoves>('/results/2025/moves');
  const of = (input: string) =>
    body.moves
      .filter((move) => move.input === input)
      .map(({ effect, enough, possible }) => [effect, enough, possible]);
  // A tenth of the index is three tenths of delivery, and 76 initiatives are decided: 2.28 of them.
  expect(of('delivery').slice(0, 2)).toEqual([
    ['up-a-tenth', '0.30', true],
    ['down-a-tenth', '-0.30', true],
  ]);
  expect(of('realisedInitiatives').slice(0, 2)).toEqual([
    ['up-a-tenth', '3', true],
    ['down-a-tenth', '-3', true],
  ]);
  expect(new Set(body.moves.map(({ input }) => input))).toEqual(
    new Set(['maturityPercent', 'employeeMean', 'delivery', 'realisedInitiatives', 'benefit']),
  );
});

describe('the sample tenant yields what METHOD section 12 publishes', () => {
  test.each<[number, FigureId, string]>([
    [2025, 'index', '8.2'],
    [2025, 'preconditions', '7.0'],
    [2025, 'delivery', '8.8'],
    [2025, 'benefit', '8.7'],
    [2025, 'maturityPercent', '65.1'],
    [2025, 'employeeMean', '3.72'],
    [2025, 'employeePercent', '74.4'],
    [2025, 'maturityRespondents', '142'],
    [2025, 'maturityInvited', '220'],
    [2025, 'maturityResponseRate', '64.5'],
    [2024, 'index', '8.1'],
    [2024, 'delivery', '8.5'],
    [2024, 'benefit', '8.8'],
    [2024, 'maturityPercent', '64.2'],
    [2023, 'delivery', '9.2'],
  ])('%i: %s is %s', async (year, id, value) => {
    expect(await shown(year, id)).toBe(value);
  });

  test('and what the report says in words of initiatives and portfolio', async () => {
    const delivery = async (year: number) =>
      (await read<ResultEnvelope>(`/results/${year}`)).body.result.delivery;
    const [y2023, y2024, y2025] = [await delivery(2023), await delivery(2024), await delivery(2025)];
    const { body: change } = await read<YearComparison>('/results/2025/change?against=2024');
    // 5 % fewer initiatives than 2024.
    expect(change.decidedInitiativesChangePercent).toMatchObject({ shown: '-5.0' });
    expect(y2025.objects.map(({ name }) => name).slice(0, 3)).toEqual([
      'Ledning och styrning',
      'Sociala omsorgen',
      'Välfärd samhällsservice',
    ]);
    // Near 50/50 between external and internal benefit in 2024, mainly internal in 2025.
    expect([y2024.portfolio.external, y2024.portfolio.internal]).toEqual([38, 38]);
    expect(y2025.portfolio.internal).toBeGreaterThan(2 * y2025.portfolio.external);
    // Operational (−) and efficient (+); in 2024 moved toward strategic and innovative, in 2025 back to 2023.
    const average = ({ portfolio }: typeof y2025) => {
      const { innovationEfficiency, operationalStrategic } = portfolio.average;
      const at = (figure: typeof innovationEfficiency) =>
        figure.kind === 'value' ? Number(figure.shown) : Number.NaN;
      return { efficient: at(innovationEfficiency), strategic: at(operationalStrategic) };
    };
    const [before, between, now] = [average(y2023), average(y2024), average(y2025)];
    expect(now.strategic).toBeLessThan(0);
    expect(now.efficient).toBeGreaterThan(0);
    expect(between.strategic).toBeGreaterThan(before.strategic);
    expect(between.efficient).toBeLessThan(before.efficient);
    expect(Math.abs(now.strategic - before.strategic)).toBeLessThan(0.05);
    expect(Math.abs(now.efficient - before.efficient)).toBeLessThan(0.05);
  });
});

describe('the list of years', () => {
  test('names every year of the settings, newest first, with index and components or as not computed', async () => {
    const { body } = await read<YearList>('/years');
    expect(body.organisationName).toBe('Ekvikens kommun');
    expect(body.years.map(({ year, state }) => [year, state])).toEqual([
      [2025, 'computed'],
      [2024, 'computed'],
      [2023, 'computed'],
      [NOT_COMPUTED, 'not-computed'],
    ]);
    expect(body.years[0]).toMatchObject({ index: { shown: '8.2' }, benefit: { shown: '8.7' } });
    expect(body.years[3]).toMatchObject({ index: { kind: 'absent', reason: 'missing' }, computedAt: null });
  });
});

describe('a result', () => {
  test('says when and from what it was computed, by which method and settings', async () => {
    const { body } = await read<ResultEnvelope>('/results/2025');
    const { result, freshness } = body;
    expect(freshness).toMatchObject({ state: 'fresh', computedAt: result.computedAt, problem: null });
    expect(result).toMatchObject({ year: 2025, methodVersion: '1.1', settingsVersion: 1 });
    expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
    const survey = result.sources.find(({ sourceId }) => sourceId === 'medarbetarenkat-2025');
    expect(survey).toMatchObject({
      name: 'Medarbetarenkät 2025',
      rowsRead: 2035,
      rowsUsed: 2000,
      rowsLeftOut: 35,
    });
    expect(survey?.eTag).not.toBeNull();
    expect(survey?.webUrl).toContain('https://ekviken.sharepoint.com/');
  });

  test('leads from the index through formula and inputs to the rows behind', async () => {
    const { result } = (await read<ResultEnvelope>('/results/2025')).body;
    expect(result.figures.index.inputs.map(({ figure }) => figure)).toEqual([
      'preconditions',
      'delivery',
      'benefit',
    ]);
    const { body: initiatives } = await read<InitiativeList>('/results/2025/initiatives');
    const { body: benefits } = await read<BenefitList>('/results/2025/benefits');
    const decided = initiatives.initiatives.filter(({ counted }) => counted);
    expect(String(decided.length)).toBe(await shown(2025, 'decidedInitiatives'));
    expect(String(benefits.benefits.length)).toBe(await shown(2025, 'validIndicators'));
    expect(decided[0]?.webUrl).toContain('DispForm.aspx?ID=');
  });

  test('shows units to whom the settings say: managers and admins here, not everyone', async () => {
    const unitsOf = async (user: typeof EMPLOYEE) => {
      const answer = await call<ResultEnvelope>('GET', '/results/2025', { user });
      return { count: answer.body.result.employeeSurvey.units.length, eTag: answer.headers.get('etag') };
    };
    const [employee, manager, admin] = [
      await unitsOf(EMPLOYEE),
      await unitsOf(MANAGER),
      await unitsOf(ADMIN),
    ];
    expect(employee.count).toBe(0);
    expect(manager.count).toBeGreaterThan(20);
    expect(admin.count).toBe(manager.count);
    // Or a shared cache would give one the other's answer.
    expect(employee.eTag).not.toBe(manager.eTag);
  });

  test('hides units with few answers, and says no more than that they are suppressed', async () => {
    const { body } = await call<ResultEnvelope>('GET', '/results/2025', { user: MANAGER });
    const hidden = body.result.employeeSurvey.units.filter(({ mean }) => mean.kind === 'absent');
    expect(hidden.length).toBeGreaterThan(0);
    for (const unit of hidden) expect(unit.mean).toEqual({ kind: 'absent', reason: 'suppressed' });
  });
});

describe('a reader who has the answer already', () => {
  const places = [
    '/years',
    '/results/2025',
    '/results/2025/initiatives',
    '/results/2025/benefits',
    '/results/2025/change?against=2024',
    '/results/2025/moves',
  ];
  test.each(places)('is answered 304 without a body by %s', async (path) => {
    const first = await read(path);
    const eTag = first.headers.get('etag') ?? '';
    expect(eTag).toMatch(/^"[0-9a-f]+"$/);
    for (const known of [eTag, `W/${eTag}`, `"other", ${eTag}`, '*']) {
      const again = await read(path, { 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', eTag]);
    }
    expect((await read(path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('Authorization');
  });
});

describe('a year that is not there', () => {
  test.each([
    ['/results/2019', 'unknown-year'],
    ['/results/2019/initiatives', 'unknown-year'],
    ['/results/2019/benefits', 'unknown-year'],
    ['/results/2025/change?against=2019', 'unknown-year'],
    ['/results/0', 'unknown-year'],
    ['/results/2025a', 'unknown-year'],
    ['/results/99999999999999999999', 'unknown-year'],
    [`/results/${NOT_COMPUTED}`, 'not-computed'],
    [`/results/${NOT_COMPUTED}/benefits`, 'not-computed'],
    [`/results/2025/change?against=${NOT_COMPUTED}`, 'not-computed'],
  ])('%s is %s, by its number, in both languages', async (path, code) => {
    const swedish = await call<Problem>('GET', path, { user: EMPLOYEE });
    const english = await call<Problem>('GET', path, { user: EMPLOYEE, language: 'en-GB,en;q=0.9' });
    expect(problemOf(swedish)).toEqual({ status: 404, code });
    expect(swedish.body.title).toMatch(/^Året/);
    expect(english.body.title).toMatch(/year/);
    expect(english.body.detail).not.toBe(swedish.body.detail);
  });

  test.each(['/results/2025/change', '/results/2025/change?against=', '/results/2025/change?against=ett'])(
    '%s says which parameter is wrong',
    async (path) => {
      const { status, body } = await call<Problem>('GET', path, { user: EMPLOYEE });
      expect([status, body.code, body.errors?.map((error) => error.path)]).toEqual([
        400,
        'invalid-request',
        ['query.against'],
      ]);
    },
  );
});
