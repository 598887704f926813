import { computeOf } from '../support/compute.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import type { PlainOrganisation, PlainSettings } from './plain-method.ts';

const location = {
  kind: 'sharepoint-list',
  siteId: 'site',
  siteName: 'Site',
  listId: 'list',
  listName: 'List',
};
const areas = ['efficiency', 'innovation', 'balancing', 'technology', 'users', 'organisation'];
const statuses = ['proposed', 'decided', 'ongoing', 'realised', 'paused', 'cancelled'];
const same = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]));

/** Feeds a random organisation to core as list rows, the way a source would. */
export function computeByCore(
  organisation: PlainOrganisation,
  plain: PlainSettings,
  year: number,
): IndexResult {
  const { hasBaseline, ...method } = plain;
  const settings = settingsSchema.parse({
    organisationName: 'Slumpkommunen',
    method: methodSettingsSchema.parse(method),
    years: [year],
    sources: [
      {
        id: 'survey',
        topic: 'employee-survey',
        location,
        years: [year],
        closesOn: `${year}-10-01`,
        mapping: { form: 'answers', answer: 'Svar' },
      },
      {
        id: 'maturity',
        topic: 'maturity',
        location,
        years: [year],
        mapping: {
          respondent: 'Person',
          statement: 'Fraga',
          area: 'Omrade',
          answer: 'Svar',
          areas: same(areas),
        },
      },
      {
        id: 'initiatives',
        topic: 'initiatives',
        location,
        mapping: { title: 'Title', status: 'Status', year: 'Ar', statuses: same(statuses) },
      },
      {
        id: 'benefits',
        topic: 'benefits',
        location,
        mapping: {
          title: 'Title',
          yearRule: 'column',
          year: 'Ar',
          baseline: hasBaseline ? 'Utgang' : null,
          expected: 'Mal',
          measured: 'Utfall',
          weight: 'Vikt',
        },
      },
    ],
  });
  return computeOf(settings, year, {
    survey: organisation.answers.map((answer) => ({ Svar: answer })),
    maturity: organisation.maturity.map((row) => ({
      Person: row.respondent,
      Fraga: row.statement,
      Omrade: row.area,
      Svar: row.answer,
    })),
    initiatives: organisation.initiatives.map((row, index) => ({
      Title: `Initiativ ${index}`,
      Status: row.status,
      Ar: row.year,
    })),
    benefits: organisation.benefits.map((row, index) => ({
      Title: `Nytta ${index}`,
      Ar: row.year,
      Utgang: row.baseline,
      Mal: row.expected,
      Utfall: row.measured,
      Vikt: row.weight,
    })),
  }).result;
}
