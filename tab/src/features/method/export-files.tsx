import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { useServices } from '../../lib/services.tsx';
import { useTranslation } from '../../lib/translation.tsx';

const FORMATS = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '0 0 8px' },
  said: { minHeight: tokens.lineHeightBase300, margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  text: { maxWidth: '75ch', margin: '0 0 8px' },
});

/** Takes every figure of the year out as a file: for Excel, for Power BI, for open data. */
export function ExportFiles({ result }: { readonly result: IndexResult }): ReactElement {
  const { year, method } = result;
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useServices();
  const [busy, setBusy] = useState<Format | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);

  async function save(format: Format): Promise<void> {
    setBusy(format);
    setSaid('');
    setError(null);
    try {
      const name = `digitaliseringsindex-${year}.${format}`;
      saveAs(await api.download(`/exports/index.${format}?year=${year}`), name);
      setSaid(t('export.saved', { name }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  }

  return (
    <Surface title={t('export.title')} lead={t('export.lead', { year: String(year) })}>
      <div className={styles.buttons}>
        {FORMATS.map((format) => (
          <Button key={format} disabledFocusable={busy !== null} onClick={() => void save(format)}>
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
      <p role="status" className={styles.said}>
        {busy === null ? said : t('export.busy')}
      </p>
      {error !== null && <ProblemView error={error} />}
      <p className={styles.text}>{t('export.masked', { minimum: String(method.minimumOpenGroupSize) })}</p>
    </Surface>
  );
}

function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has taken the file once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
