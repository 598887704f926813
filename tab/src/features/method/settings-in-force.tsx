import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { inLanguage } from '#core/number/in-language.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { withUnit } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

interface SettingRow {
  readonly id: keyof MethodSettings;
  readonly value: string;
}

/** The method's settings as they stood when the result was computed. */
export function SettingsInForce({ result }: { readonly result: IndexResult }): ReactElement {
  const { t, language } = useTranslation();
  const { method } = result;
  const size = (count: number): string => t('method.value.answers', { count });
  const rows: readonly SettingRow[] = [
    { id: 'employeeConversion', value: t(`method.value.${method.employeeConversion}`) },
    { id: 'maturityNormalisation', value: t(`method.value.${method.maturityNormalisation}`) },
    { id: 'maturityAggregation', value: t(`method.value.${method.maturityAggregation}`) },
    { id: 'leftOutAnswers', value: method.leftOutAnswers.join(', ') },
    { id: 'benefitCap', value: inLanguage(method.benefitCap, language) },
    {
      id: 'minimumBenefitCoveragePercent',
      value: withUnit(String(method.minimumBenefitCoveragePercent), 'percent', language),
    },
    { id: 'minimumGroupSize', value: size(method.minimumGroupSize) },
    { id: 'minimumDistributionSize', value: size(method.minimumDistributionSize) },
    { id: 'minimumOpenGroupSize', value: size(method.minimumOpenGroupSize) },
    { id: 'scaleFirstEnd', value: String(method.scaleFirstEnd) },
    { id: 'scaleOtherEnd', value: String(method.scaleOtherEnd) },
  ];
  const columns: readonly RecordColumn<SettingRow>[] = [
    {
      id: 'name',
      header: t('method.settings.name'),
      kind: 'text',
      cell: ({ id }) => t(`method.setting.${id}`),
    },
    { id: 'value', header: t('method.settings.value'), kind: 'wide-text', cell: ({ value }) => value },
  ];
  return (
    <Surface
      title={t('method.settings.title')}
      lead={t('method.settings.lead', {
        method: result.methodVersion,
        settings: String(result.settingsVersion),
      })}
    >
      <RecordTable
        caption={t('method.settings.caption')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <p>{t('method.assumption')}</p>
    </Surface>
  );
}
