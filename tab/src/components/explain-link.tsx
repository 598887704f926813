import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { hrefOf } from '../lib/route.ts';
import { figureText } from '../lib/shown-figure.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';
import { AbsentFigure } from './absent-figure.tsx';

const useStyles = makeStyles({
  value: {
    color: 'inherit',
    fontSize: 'inherit',
    fontWeight: 'inherit',
    lineHeight: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
  },
});

/** "Så räknades det", beside a figure. The open explanation stands in the address, so that it can be shared. */
export function ExplainLink({ figure }: { readonly figure: ExplainedFigure }): ReactElement {
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <Link
      href={hrefOf({ ...route, explain: figure.id })}
      aria-label={t('explain.link.of', { figure: t(`figure.${figure.id}`) })}
    >
      {t('explain.link')}
    </Link>
  );
}

/** A figure that is itself the way to its explanation: for tables and lists, where a link per number would be noise. */
export function ExplainedValue({ figure }: { readonly figure: ExplainedFigure }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const route = useRoute();
  if (figure.figure.kind === 'absent') return <AbsentFigure reason={figure.figure.reason} />;
  const value = figureText(figure.figure, figure.unit, language) ?? '';
  return (
    <Link
      className={styles.value}
      href={hrefOf({ ...route, explain: figure.id })}
      aria-label={t('explain.value.of', { value, figure: t(`figure.${figure.id}`) })}
    >
      {value}
    </Link>
  );
}
