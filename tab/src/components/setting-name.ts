import type { Change } from '#core/settings/changes-between.ts';
import { readableColumnName } from '../lib/column-name.ts';
import type { Translation } from '../lib/translation.tsx';
import type { MessageKey } from '../texts/sv.ts';

/** The words for each part of the settings, of a channel and of a digest's schedule, by its path without members' names. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  organisationName: 'general.organisation',
  years: 'general.years',
  visibility: 'general.units',
  'visibility.units': 'general.units',
  method: 'method-settings.title',
  sources: 'settings.sources.title',
  openData: 'open-data.title',
  'openData.published': 'open-data.switch',
  'openData.contactEmail': 'changes.contact',
  'openData.licence': 'changes.licence',
  refresh: 'schedule.title',
  'refresh.timeOfDay': 'changes.refresh.time',
  'refresh.days': 'changes.refresh.days',
  receipts: 'receipts.keep.days',
  'receipts.keepDays': 'receipts.keep.days',
  auditLog: 'log.keep.days',
  'auditLog.keepDays': 'log.keep.days',
  publishedFigures: 'published.title',
  publishedUnits: 'published-units.title',
  nationalMaturity: 'national.title',
  name: 'changes.name',
  host: 'changes.host',
  address: 'changes.address',
  takesNotices: 'changes.notices',
  subject: 'changes.subject',
  targetIds: 'changes.channels',
  when: 'when.label',
  language: 'changes.language',
  mentions: 'changes.mentions',
  quietWhenUnchanged: 'changes.quiet',
  paused: 'changes.paused',
};

/** The words for what a source, a typed figure or a setting of the method consists of. */
const PARTS: Readonly<Record<string, MessageKey>> = {
  topic: 'changes.topic',
  location: 'changes.place',
  'location.kind': 'sources.place.kind',
  'location.siteName': 'sources.site.choose',
  'location.siteId': 'changes.site-id',
  'location.listName': 'sources.list.choose',
  'location.listId': 'changes.list-id',
  'location.fileName': 'changes.file',
  'location.driveId': 'changes.library-id',
  'location.itemId': 'changes.file-id',
  'location.uploadId': 'changes.file-id',
  'location.sheet': 'changes.sheet',
  'location.table': 'changes.table',
  'location.headerRow': 'sources.header-row',
  years: 'sources.years',
  closesOn: 'sources.closes-on',
  invited: 'sources.invited',
  mapping: 'changes.mapping',
  'mapping.form': 'sources.form',
  'mapping.parentRows': 'sources.parent-rows',
  'mapping.yearRule': 'changes.year-rule',
  'mapping.unitPath': 'changes.unit-path',
  'mapping.counts': 'changes.counts',
  year: 'published.year',
  figure: 'published.figure',
  value: 'published.value',
  percent: 'national.percent',
  unit: 'published-units.unit',
  persons: 'published-units.persons',
  source: 'published.source',
  sourceDate: 'published.date',
};

/** Maps of words in a source to what they mean. */
const WORD_MAPS = new Set(['values', 'statuses', 'kinds', 'areas', 'horizons']);
const FIGURES: Readonly<Record<string, MessageKey>> = {
  index: 'figure.index',
  preconditions: 'figure.preconditions',
  delivery: 'figure.delivery',
  benefit: 'figure.benefit',
};

/**
 * What was changed, in the reader's words: "Initiativ (Digitala initiativ): kolumn för Status". What has no words of its own
 * is named by its path, with letters where the path has codes for them.
 */
export function settingName(
  { path, source }: Pick<Change, 'path' | 'source'>,
  translation: Translation,
): string {
  const { t } = translation;
  const whole = NAMES[path];
  if (whole !== undefined) return t(whole);
  const [part = '', member = '', ...rest] = path.split('.');
  switch (part) {
    case 'method':
      return t(methodKey(member));
    case 'sources': {
      const name =
        source === undefined
          ? t('changes.source-number', { number: numberOf(member) })
          : t('changes.source', { topic: t(`topic.${source.topic}`), name: source.name });
      return joined(name, partName(rest, translation));
    }
    case 'publishedFigures':
    case 'publishedUnits':
    case 'nationalMaturity':
      return joined(
        `${t(NAMES[part] ?? 'changes.what')}: ${memberName(member, translation)}`,
        partName(rest, translation),
      );
    default: {
      const first = NAMES[part];
      return first === undefined ? path : joined(t(first), [member, ...rest].join(' '));
    }
  }
}

/** The words for a part below a member, `mapping.status`; empty for the whole member. */
export function partName(parts: readonly string[], { t }: Translation): string {
  const [first = '', second = '', ...rest] = parts;
  const known = PARTS[parts.join('.')];
  if (known !== undefined) return t(known);
  if (first === 'mapping' && WORD_MAPS.has(second)) {
    return rest.length === 0 ? t('changes.words') : t('sources.values.word', { word: rest.join('.') });
  }
  if (first === 'mapping' && second !== '') return t('changes.column', { field: fieldName(second, t) });
  if (first === 'invited') return `${t('sources.invited')} ${second}`;
  return parts.map(readableColumnName).join(' ');
}

const FIELDS: Readonly<Record<string, MessageKey>> = {
  id: 'source-field.id',
  name: 'source-field.name',
  parent: 'source-field.parent',
  invited: 'source-field.invited',
  answer: 'source-field.answer',
  unit: 'source-field.unit',
  year: 'source-field.year',
  n: 'source-field.n',
  mean: 'source-field.mean',
  respondent: 'source-field.respondent',
  statement: 'source-field.statement',
  area: 'source-field.area',
  title: 'source-field.title',
  status: 'source-field.status',
  businessId: 'source-field.businessId',
  portfolioObject: 'source-field.portfolioObject',
  innovationEfficiency: 'source-field.innovationEfficiency',
  operationalStrategic: 'source-field.operationalStrategic',
  externalInternal: 'source-field.externalInternal',
  expected: 'source-field.expected',
  measured: 'source-field.measured',
  baseline: 'source-field.baseline',
  weight: 'source-field.weight',
  kind: 'source-field.kind',
  initiative: 'source-field.initiative',
  horizon: 'source-field.horizon',
  impact: 'source-field.impact',
  readiness: 'source-field.readiness',
  goalArea: 'source-field.goalArea',
  meaning: 'source-field.meaning',
  source: 'source-field.source',
  sourceDate: 'source-field.sourceDate',
  questions: 'source-field.questions',
  initiatives: 'source-field.initiatives',
};

function fieldName(field: string, t: Translation['t']): string {
  const key = FIELDS[field];
  return key === undefined ? field : t(key);
}

function methodKey(setting: string): MessageKey {
  return METHOD[setting] ?? 'method-settings.title';
}

const METHOD: Readonly<Record<string, MessageKey>> = {
  employeeConversion: 'method.setting.employeeConversion',
  maturityNormalisation: 'method.setting.maturityNormalisation',
  maturityAggregation: 'method.setting.maturityAggregation',
  leftOutAnswers: 'method.setting.leftOutAnswers',
  benefitCap: 'method.setting.benefitCap',
  minimumBenefitCoveragePercent: 'method.setting.minimumBenefitCoveragePercent',
  minimumGroupSize: 'method.setting.minimumGroupSize',
  minimumDistributionSize: 'method.setting.minimumDistributionSize',
  minimumOpenGroupSize: 'method.setting.minimumOpenGroupSize',
  scaleFirstEnd: 'method.setting.scaleFirstEnd',
  scaleOtherEnd: 'method.setting.scaleOtherEnd',
};

/** "2024 index" → "2024 Digitaliseringsindex". */
function memberName(member: string, { t }: Translation): string {
  const [year = '', ...rest] = member.split(' ');
  const figure = FIGURES[rest.join(' ')];
  return figure === undefined ? member : `${year} ${t(figure)}`;
}

/** Old entries name a source by its place, from 0. */
function numberOf(member: string): string {
  return /^\d+$/.test(member) ? String(Number(member) + 1) : member;
}

function joined(name: string, part: string): string {
  return part === '' ? name : `${name}: ${part}`;
}
