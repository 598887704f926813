import { Button, makeStyles } from '@fluentui/react-components';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { SettingsEffect } from '#core/change/settings-effect.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { RecordColumn } from './record-column.ts';
import { RecordTable } from './record-table.tsx';
import { FigureValue } from './figure-value.tsx';
import { Notice } from './notice.tsx';
import { ProblemView } from './problem-view.tsx';
import { Surface } from './surface.tsx';
import { useServices } from '../lib/services.tsx';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '12px' },
  list: { margin: '4px 0', paddingLeft: '20px' },
});

interface Asked {
  readonly year: number;
  readonly settings: Settings;
}

function useEffectOf(): UseMutationResult<SettingsEffect, Error, Asked> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async ({ year, settings: { method, publishedFigures, sources } }: Asked) =>
      (
        await api.send<SettingsEffect>('/settings/effect', {
          method: 'POST',
          body: { year, method, publishedFigures, sources },
        })
      ).data,
  });
}

interface EffectOfSettingsProps {
  /** As they would be saved. */
  readonly settings: Settings;
  readonly lead?: string;
}

/** What settings that are not saved would do to a year, computed from its lists. */
export function EffectOfSettings({ settings, lead }: EffectOfSettingsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const effect = useEffectOf();
  const [askedOf, setAskedOf] = useState<Settings | null>(null);
  const isCurrent = effect.data !== undefined && askedOf !== null && isSame(askedOf, settings);
  return (
    <Surface title={t('effect.title')} lead={lead ?? t('effect.lead')}>
      <div className={styles.buttons}>
        {settings.years
          .toSorted((a, b) => b - a)
          .map((year) => (
            <Button
              key={year}
              disabledFocusable={effect.isPending}
              onClick={() => {
                setAskedOf(settings);
                effect.mutate({ year, settings });
              }}
            >
              {t('effect.show', { year: String(year) })}
            </Button>
          ))}
      </div>
      <div role="status">{effect.isPending && t('effect.computing')}</div>
      {effect.isError && <ProblemView error={effect.error} />}
      {isCurrent ? <EffectTable effect={effect.data} /> : effect.isSuccess && <p>{t('effect.outdated')}</p>}
    </Surface>
  );
}

function isSame(one: Settings, other: Settings): boolean {
  return changesBetween(one, other).length === 0;
}

type FigureEffect = SettingsEffect['figures'][number];

function EffectTable({ effect }: { readonly effect: SettingsEffect }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const year = String(effect.year);
  const changed = effect.figures.filter(({ id, differs }) => id === 'index' || differs !== 'no');
  const columns: readonly RecordColumn<FigureEffect>[] = [
    { id: 'figure', header: t('publishing.figure'), kind: 'wide-text', cell: ({ id }) => t(`figure.${id}`) },
    {
      id: 'before',
      header: t('effect.before'),
      kind: 'number',
      cell: ({ before, unit }) => <FigureValue figure={before} unit={unit} />,
    },
    {
      id: 'after',
      header: t('effect.after'),
      kind: 'number',
      cell: ({ after, unit }) => <FigureValue figure={after} unit={unit} />,
    },
    {
      id: 'differs',
      header: t('effect.differs'),
      kind: 'text',
      cell: ({ differs }) => t(`effect.differs.${differs}`),
    },
  ];
  const rules = [
    ...effect.newRules.map((rule) => ({ rule, key: 'effect.new-rule' as const })),
    ...effect.goneRules.map((rule) => ({ rule, key: 'effect.gone-rule' as const })),
  ];
  return (
    <>
      {effect.surveysWithheld && (
        <Notice tone="info" title={t('effect.withheld')}>
          {t('effect.withheld.body')}
        </Notice>
      )}
      {changed.every(({ differs }) => differs === 'no') && <p role="status">{t('effect.none', { year })}</p>}
      <RecordTable
        caption={t('effect.caption', { year })}
        columns={columns}
        rows={changed}
        rowKey={({ id }) => id}
      />
      {rules.length > 0 && (
        <ul className={styles.list}>
          {rules.map(({ rule, key }) => (
            <li key={`${key} ${rule}`}>{t(key, { finding: t(`finding.${rule}`, { count: 1 }) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
