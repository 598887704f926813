import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { Lever } from '#core/change/levers.ts';
import { exact } from '#core/number/exact.ts';
import { inLanguage } from '#core/number/in-language.ts';
import { withUnit } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { leverEnd, leverText, typedValue } from './scenario.ts';

const useStyles = makeStyles({
  lever: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 96px',
    gap: '0 12px',
    alignItems: 'center',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    minHeight: '28px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  input: { minWidth: 0, width: '96px' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  slider: {
    minWidth: 0,
    width: '100%',
    height: '24px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

interface LeverFieldProps {
  readonly lever: Lever;
  /** Undefined: not moved. */
  readonly moved: string | undefined;
  /** Null puts it back. */
  readonly onMove: (value: string | null) => void;
}

/** One figure as a slider and a number that can be typed; the slider is for feeling, the number for saying exactly. */
export function LeverField({ lever, moved, onMove }: LeverFieldProps): ReactElement {
  const styles = useStyles();
  const nameId = useId();
  const { t, language } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const own = lever.value === null ? null : leverText(lever.value, lever);
  const [lowest, highest] = [leverEnd(lever, 'minimum'), leverEnd(lever, 'maximum')];
  const value = moved ?? own;
  const wrong = typed !== null && typedValue(typed, lever) === null;

  function move(next: string): void {
    onMove(next === own ? null : next);
  }
  function settle(): void {
    if (typed === null) return;
    const next = typedValue(typed, lever);
    if (next === null) return;
    setTyped(null);
    move(next);
  }

  return (
    <div className={styles.lever} role="group" aria-labelledby={nameId}>
      <span id={nameId} className={styles.name}>
        {t(`figure.${lever.id}`)}
      </span>
      <Input
        className={styles.input}
        input={{ className: styles.number }}
        inputMode="decimal"
        aria-label={t('what-if.lever.number', { figure: t(`figure.${lever.id}`) })}
        aria-invalid={wrong}
        value={typed ?? (value === null ? '' : inLanguage(value, language))}
        onChange={(_event, { value: text }) => setTyped(text)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <input
        type="range"
        className={styles.slider}
        aria-label={t(`figure.${lever.id}`)}
        aria-valuetext={value === null ? t('what-if.lever.none') : withUnit(value, lever.unit, language)}
        min={Number(lowest)}
        max={Number(highest)}
        step={Number(leverText(lever.step, lever))}
        value={Number(value ?? lowest)}
        onChange={({ currentTarget }) => {
          setTyped(null);
          move(leverText(exact(currentTarget.value), lever));
        }}
      />
      <span />
      <div className={styles.facts}>
        <span role={wrong ? 'alert' : undefined}>
          {wrong
            ? t('what-if.lever.wrong')
            : own === null
              ? t('what-if.lever.none')
              : t('what-if.lever.own', { value: withUnit(own, lever.unit, language) })}
        </span>
        {moved !== undefined && (
          <Button
            appearance="subtle"
            size="small"
            aria-label={t('what-if.lever.back.of', { figure: t(`figure.${lever.id}`) })}
            onClick={() => {
              setTyped(null);
              onMove(null);
            }}
          >
            {t('what-if.lever.back')}
          </Button>
        )}
      </div>
    </div>
  );
}
