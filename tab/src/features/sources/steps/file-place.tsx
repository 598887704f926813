import { Field, makeStyles, Select, SpinButton } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SourceColumns } from '#core/contracts/sources.ts';
import type { FileLocation } from '#core/settings/source-location.ts';
import { useTranslation } from '../../../lib/translation.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: '14px 20px',
  },
});

interface FilePlaceProps {
  readonly location: FileLocation;
  readonly sheets: SourceColumns['sheets'];
  readonly onChange: (location: FileLocation) => void;
}

/** Where in a file the table begins: sheet or named table, and the row with the headings. */
export function FilePlace({ location, sheets, onChange }: FilePlaceProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { sheet, table, headerRow } = location;
  const chosen = table === null ? `sheet:${sheet ?? sheets[0]?.name ?? ''}` : `table:${table}`;
  return (
    <div className={styles.fields}>
      {sheets.length > 0 && (
        <Field label={t('sources.sheet')} hint={t('sources.sheet.hint')}>
          <Select
            value={chosen}
            onChange={(_event, data) => {
              const name = data.value.slice(6);
              const isTable = data.value.startsWith('table:');
              onChange({ ...location, sheet: isTable ? null : name, table: isTable ? name : null });
            }}
          >
            {sheets.map(({ name, tables }) => (
              <optgroup key={name} label={name}>
                <option value={`sheet:${name}`}>{t('sources.sheet.whole', { sheet: name })}</option>
                {tables.map((one) => (
                  <option key={one} value={`table:${one}`}>
                    {t('sources.sheet.table', { table: one })}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
      )}
      {table === null && (
        <Field label={t('sources.header-row')}>
          <SpinButton
            value={headerRow}
            min={1}
            max={1000}
            onChange={(_event, { value, displayValue }) => {
              const row = value ?? Number(displayValue);
              if (Number.isInteger(row) && row >= 1 && row <= 1000) onChange({ ...location, headerRow: row });
            }}
          />
        </Field>
      )}
    </div>
  );
}
