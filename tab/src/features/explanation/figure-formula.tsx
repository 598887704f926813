import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ExplainedFigure, FormulaInput } from '#core/result/explained-figure-schema.ts';
import { substitute } from '#core/result/substitute.ts';
import { FigureValue } from '../../components/figure-value.tsx';
import { hrefOf } from '../../lib/route.ts';
import { figureText } from '../../lib/shown-figure.ts';
import { useTranslation, type Translation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { inputName } from './input-name.ts';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  formula: {
    margin: '0 0 12px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: 'tabular-nums',
  },
  list: { margin: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '16px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, textAlign: 'end' },
  note: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

/** A formula as people write it. */
function typeset(formula: string): string {
  return formula.replaceAll('*', '×').replaceAll(' - ', ' − ');
}

function inWords(figure: ExplainedFigure, { t }: Translation): string {
  return substitute(typeset(figure.formula), figure.inputs, (input) => inputName(input, t));
}

function inNumbers(figure: ExplainedFigure, { t, language }: Translation): string {
  const write = ({ value, unit }: FormulaInput): string =>
    value.kind === 'absent'
      ? `(${t(`reason.${value.reason}.short`)})`
      : (figureText(value, unit, language) ?? '');
  const own = figureText(figure.figure, figure.unit, language);
  return `${substitute(typeset(figure.formula), figure.inputs, write)} = ${own ?? '–'}`;
}

/** How the figure came about: the formula in words and in numbers, and each input with the way to its own explanation. */
export function FigureFormula({ figure }: { readonly figure: ExplainedFigure }): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t } = translation;
  const published = figure.origin === 'published' && (
    <p>
      {t('explanation.published', { source: figure.publishedIn ?? '–' })}{' '}
      {!figure.recomputable && t('explanation.not-recomputable')}
    </p>
  );
  if (figure.formula === '') {
    if (figure.origin === 'published') return <>{published}</>;
    return <p>{figure.origin === 'none' ? t('explanation.none') : t('explanation.counted')}</p>;
  }
  return (
    <div>
      {published}
      <h3 className={styles.title}>{t('explanation.words')}</h3>
      <p className={styles.formula}>{inWords(figure, translation)}</p>
      <h3 className={styles.title}>{t('explanation.numbers')}</h3>
      <p className={styles.formula}>{inNumbers(figure, translation)}</p>
      <h3 className={styles.title}>{t('explanation.inputs')}</h3>
      <dl className={styles.list}>
        {figure.inputs.map((input) => (
          <div key={input.name} className={styles.row}>
            <dt>
              <InputLink input={input} />
            </dt>
            <dd className={styles.value}>
              <FigureValue figure={input.value} unit={input.unit} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('explanation.rounding')}</p>
    </div>
  );
}

function InputLink({ input }: { readonly input: FormulaInput }): ReactElement {
  const { t } = useTranslation();
  const route = useRoute();
  const name = inputName(input, t);
  if (input.figure === null) return <>{name}</>;
  return <Link href={hrefOf({ ...route, explain: input.figure })}>{name}</Link>;
}
