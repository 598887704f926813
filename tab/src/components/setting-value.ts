import { readableColumnName } from '../lib/column-name.ts';
import type { Translation } from '../lib/translation.tsx';
import type { MessageKey } from '../texts/sv.ts';
import { partName } from './setting-name.ts';

const LONGEST_VALUE = 600;

/** Values that stand for something, by the words that the forms use for them. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  everyone: 'general.units.everyone',
  managers: 'general.units.managers',
  'every-day': 'schedule.every-day',
  weekdays: 'schedule.weekdays',
  'share-of-max': 'method.value.share-of-max',
  range: 'method.value.range',
  hierarchical: 'method.value.hierarchical',
  flat: 'method.value.flat',
  'sharepoint-list': 'sources.place.list',
  'drive-file': 'sources.place.file',
  'uploaded-file': 'sources.place.upload',
  answers: 'sources.form.answers',
  aggregated: 'sources.form.aggregated',
  own: 'sources.parent-rows.own',
  total: 'sources.parent-rows.total',
  proposed: 'status.proposed',
  decided: 'status.decided',
  ongoing: 'status.ongoing',
  realised: 'status.realised',
  paused: 'status.paused',
  cancelled: 'status.cancelled',
  units: 'topic.units',
  'employee-survey': 'topic.employee-survey',
  maturity: 'topic.maturity',
  initiatives: 'topic.initiatives',
  benefits: 'topic.benefits',
  trends: 'topic.trends',
  secret: 'changes.secret',
  'new secret': 'changes.new-secret',
};

/** Ids that say nothing to a reader, beside the names that do. */
const TECHNICAL = new Set(['id', 'siteId', 'listId', 'driveId', 'itemId', 'uploadId']);

/** A setting's value in the reader's words: a list with commas, a whole source as one line for each of its parts. */
export function settingValue(value: unknown, translation: Translation): string {
  const text = valueText(value, translation, []);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function valueText(value: unknown, translation: Translation, parts: readonly string[]): string {
  const { t } = translation;
  if (value === null || value === undefined || value === '') return t('changes.nothing');
  if (typeof value === 'boolean') return t(value ? 'changes.yes' : 'changes.no');
  if (typeof value === 'string') {
    const word = Object.hasOwn(WORDS, value) ? WORDS[value] : undefined;
    return word === undefined ? readableColumnName(value) : t(word);
  }
  if (typeof value !== 'object') return typeof value === 'number' ? String(value) : '';
  if (Array.isArray(value)) {
    if (value.length === 0) return t('changes.nothing');
    return value.map((one) => valueText(one, translation, parts)).join(', ');
  }
  return Object.entries(value)
    .filter(([name, part]) => !TECHNICAL.has(name) && part !== null && !isEmpty(part))
    .map(([name, part]) => {
      const path = [...parts, name];
      const isGroup = typeof part === 'object' && !Array.isArray(part);
      const text = valueText(part, translation, path);
      return isGroup ? text : `${partName(path, translation)}: ${text}`;
    })
    .join('\n');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
