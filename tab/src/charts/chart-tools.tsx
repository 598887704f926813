import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement, type RefObject } from 'react';
import { localeOf } from '../lib/language.ts';
import { useTranslation } from '../lib/translation.tsx';
import type { ChartData } from './chart-data.ts';
import type { PictureFormat } from './export/save-picture.ts';

const FORMATS: readonly PictureFormat[] = ['png', 'svg', 'csv'];

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '4px',
    marginTop: '4px',
  },
  button: { fontWeight: tokens.fontWeightRegular, minWidth: 'auto' },
  said: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface ChartToolsProps {
  readonly title: string;
  readonly data: ChartData;
  readonly plot: RefObject<HTMLElement | null>;
  /** Null: the picture is a table already. */
  readonly asTable: boolean | null;
  readonly onAsTable: (asTable: boolean) => void;
}

/** What can be done with a picture: read it as a table, copy it, save it. What saves is loaded when it is used. */
export function ChartTools({ title, data, plot, asTable, onAsTable }: ChartToolsProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const formatsId = useId();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const isTable = asTable === true;

  async function act(what: PictureFormat | 'copy'): Promise<void> {
    const root = plot.current;
    if (root === null) return;
    const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(new Date());
    const picture = { root, data, title, note: t('chart.note', { date }) };
    try {
      const { copyPicture, savePicture } = await import('./export/save-picture.ts');
      await (what === 'copy' ? copyPicture(picture) : savePicture(picture, what));
      setSaid(what === 'copy' ? t('chart.copied') : t('chart.saved', { format: what.toUpperCase() }));
    } catch {
      setSaid(what === 'copy' ? t('chart.copy-failed') : t('chart.save-failed'));
    }
  }

  return (
    <div className={styles.tools} data-picture="none">
      <span role="status" className={styles.said}>
        {said}
      </span>
      {open && (
        <span id={formatsId} role="group" aria-label={t('chart.save-as', { title })}>
          {!isTable && (
            <Button appearance="subtle" size="small" onClick={() => void act('copy')}>
              {t('chart.copy')}
            </Button>
          )}
          {FORMATS.filter((format) => format === 'csv' || !isTable).map((format) => (
            <Button
              key={format}
              className={styles.button}
              appearance="subtle"
              size="small"
              onClick={() => void act(format)}
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </span>
      )}
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        aria-expanded={open}
        aria-controls={open ? formatsId : undefined}
        onClick={() => setOpen(!open)}
      >
        {t('chart.save')}
      </Button>
      {asTable !== null && (
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          onClick={() => onAsTable(!asTable)}
        >
          {isTable ? t('chart.as-chart') : t('chart.as-table')}
        </Button>
      )}
    </div>
  );
}
